package dev.latchkey.signin.password.change;

import dev.latchkey.common.RefusedException;
import dev.latchkey.signin.password.PasswordRefusal;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.stepup.StepUp;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.password.OwnPassword;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets the person at the browser replace their password, for the one before and, where they have one, a code given just now. */
@Service
public class PasswordChange {

    private final StepUp stepUp;
    private final OwnPassword ownPassword;
    private final CurrentSession session;

    PasswordChange(StepUp stepUp, OwnPassword ownPassword, CurrentSession session) {
        this.stepUp = stepUp;
        this.ownPassword = ownPassword;
        this.session = session;
    }

    /**
     * Replaces the password. Every other session of the user ends, this one goes on.
     *
     * @return why the present password was refused; empty where the new one is stored
     * @throws RefusedException where the new one was refused
     */
    @OnlyThemselves
    public Optional<PasswordRefusal> change(long userId, String presentPassword, String newPassword) {
        var refusal = stepUp.provePassword(userId, presentPassword);
        if (refusal.isEmpty()) {
            session.continueUnder(ownPassword.change(userId, session.user().getSessionEpoch(), newPassword));
        }
        return refusal;
    }
}
