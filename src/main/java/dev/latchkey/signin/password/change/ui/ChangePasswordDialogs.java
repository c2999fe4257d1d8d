package dev.latchkey.signin.password.change.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.latchkey.signin.password.change.PasswordChange;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.stepup.StepUp;
import dev.latchkey.user.UserProfile;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.password.PasswordPolicy;
import org.springframework.modulith.NamedInterface;

/** Lets the current user change their password. */
@SpringComponent
@NamedInterface("ui")
public class ChangePasswordDialogs {

    private final CurrentSession session;
    private final PasswordChange passwordChange;
    private final PasswordPolicy policy;
    private final StepUp stepUp;
    private final StepUpGate gate;

    ChangePasswordDialogs(
            CurrentSession session,
            PasswordChange passwordChange,
            PasswordPolicy policy,
            StepUp stepUp,
            StepUpGate gate) {
        this.session = session;
        this.passwordChange = passwordChange;
        this.policy = policy;
        this.stepUp = stepUp;
        this.gate = gate;
    }

    /** Opens the dialog. */
    public void open(UserProfile user) {
        var userId = session.user().getUserId();
        new ChangePasswordDialog(
                        user,
                        policy,
                        submission -> pass(userId, submission),
                        (present, chosen) -> passwordChange.change(userId, present, chosen))
                .open();
    }

    /** A user without a code confirms their identity with the current password, and need not type it twice. */
    private void pass(long userId, Runnable submission) {
        if (stepUp.takesCode(userId)) {
            gate.pass(submission);
        } else {
            submission.run();
        }
    }
}
