package dev.latchkey.twofactor.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.twofactor.CodeResult;
import java.time.Duration;

/** What to tell a person whose code was refused. */
public final class CodeSentences {

    private CodeSentences() {}

    /** The sentence, in the language of the view that shows it. */
    public static String refusal(Component view, CodeResult result) {
        return switch (result) {
            case CodeResult.Accepted() -> "";
            case CodeResult.Malformed() -> view.getTranslation("code.malformed");
            case CodeResult.Wrong() -> view.getTranslation("code.wrong");
            case CodeResult.Delayed(var wait) -> delayed(view, wait);
            case CodeResult.Locked() -> view.getTranslation("code.locked");
        };
    }

    private static String delayed(Component view, Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 120
                ? view.getTranslation("code.delayed.seconds", seconds)
                : view.getTranslation("code.delayed.minutes", Math.ceilDiv(seconds, 60));
    }
}
