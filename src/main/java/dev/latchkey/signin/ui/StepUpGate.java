package dev.latchkey.signin.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.signin.StepUp;

/** Stands before deeds that ask for a factor proven just now. The services refuse such deeds by themselves; this asks in time. */
@SpringComponent
public class StepUpGate {

    private final CurrentSession session;
    private final StepUp stepUp;

    StepUpGate(CurrentSession session, StepUp stepUp) {
        this.session = session;
        this.stepUp = stepUp;
    }

    /** Does the deed, at once or as soon as the person has proven to be the user; never, where they give up. */
    public void pass(Runnable deed) {
        var user = session.user();
        if (stepUp.isNeeded(user.getUserId())) {
            new StepUpDialog(stepUp, user, deed).open();
        } else {
            deed.run();
        }
    }
}
