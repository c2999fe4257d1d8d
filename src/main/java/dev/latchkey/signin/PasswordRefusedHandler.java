package dev.latchkey.signin;

import com.vaadin.flow.server.VaadinServletRequest;
import dev.latchkey.user.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** One answer to every refused password step; the email comes back with it, so that it need not be typed again. */
public final class PasswordRefusedHandler implements AuthenticationFailureHandler {

    private static final String TYPED_EMAIL = "latchkey.typed-email";

    PasswordRefusedHandler() {}

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        EmailAddress.parse(Optional.ofNullable(request.getParameter("username")).orElse(""))
                .ifPresent(email -> request.getSession().setAttribute(TYPED_EMAIL, email.value()));
        LocalRedirect.send(request, response, SignInPaths.LOGIN + "?error");
    }

    /** The email of the attempt that was just refused in this browser; only once. */
    public static Optional<String> takeTypedEmail() {
        var session = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
        var typed = Optional.ofNullable((String) session.getAttribute(TYPED_EMAIL));
        session.removeAttribute(TYPED_EMAIL);
        return typed;
    }
}
