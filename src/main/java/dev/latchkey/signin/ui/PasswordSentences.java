package dev.latchkey.signin.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.component.Waits;
import dev.latchkey.signin.PasswordRefusal;
import java.util.Objects;

/** What to tell a person whose password was refused. */
final class PasswordSentences {

    private PasswordSentences() {}

    static String refusal(Component view, PasswordRefusal refusal) {
        return switch (refusal.reason()) {
            case WRONG -> view.getTranslation("login.refused");
            case EMAIL_WAITS ->
                Waits.sentence(
                        view,
                        "login.delayed.seconds",
                        "login.delayed.minutes",
                        Objects.requireNonNull(refusal.delay()));
            case BUSY -> view.getTranslation("login.busy");
        };
    }
}
