package dev.latchkey.signin.page.signup;

import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * An invited person's input of the first of two steps. It waits in the session of their browser and is stored nowhere else: the
 * last step activates the user. It requires a valid invitation.
 */
record PendingSignUp(String token, String name, String password, ProposedEnrolment proposed) {

    private static final String ATTRIBUTE = PendingSignUp.class.getName();

    /** The one of that invitation in the current browser's session. */
    static Optional<PendingSignUp> of(HttpServletRequest request, String token) {
        var session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((PendingSignUp) session.getAttribute(ATTRIBUTE))
                        .filter(pending -> pending.token.equals(token));
    }

    void keepIn(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    @Override
    public String toString() {
        return "PendingSignUp[…]";
    }
}
