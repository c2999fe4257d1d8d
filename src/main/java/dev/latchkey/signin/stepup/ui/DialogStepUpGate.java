package dev.latchkey.signin.stepup.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.stepup.StepUp;
import dev.latchkey.user.access.StepUpGate;

/** Asks for the factor in a dialog. */
@SpringComponent
class DialogStepUpGate implements StepUpGate {

    private final CurrentSession session;
    private final StepUp stepUp;

    DialogStepUpGate(CurrentSession session, StepUp stepUp) {
        this.session = session;
        this.stepUp = stepUp;
    }

    @Override
    public void pass(Runnable action) {
        var user = session.user();
        if (stepUp.isNeeded(user.getUserId())) {
            new StepUpDialog(stepUp, user, action).open();
        } else {
            action.run();
        }
    }
}
