package dev.latchkey.signin.password.change;

import dev.latchkey.common.RefusedException;
import dev.latchkey.signin.password.PasswordRefusal;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.stepup.StepUp;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.password.OwnPassword;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets the current user replace their password, with the current one and, if they have a second factor, a recent code. */
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
     * Replaces the password. Every other session of the user ends, this one continues.
     *
     * @return why the current password was refused; empty if the new one is stored
     * @throws RefusedException if the new one was refused
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
