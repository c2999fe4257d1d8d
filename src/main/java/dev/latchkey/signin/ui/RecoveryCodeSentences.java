package dev.latchkey.signin.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.signin.RecoveryCodeRefusal;

/** What to tell a person whose recovery code was refused. */
final class RecoveryCodeSentences {

    private RecoveryCodeSentences() {}

    static String refusal(Component view, RecoveryCodeRefusal refusal) {
        return switch (refusal) {
            case MALFORMED -> view.getTranslation("recovery-code.malformed");
            case WRONG -> view.getTranslation("recovery-code.wrong");
            case BUSY -> view.getTranslation("login.busy");
        };
    }
}
