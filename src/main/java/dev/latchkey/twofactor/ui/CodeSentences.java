package dev.latchkey.twofactor.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.component.Waits;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.EnrolmentResult;
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
            case CodeResult.Delayed(var wait) ->
                Waits.sentence(view, "code.delayed.seconds", "code.delayed.minutes", wait);
            case CodeResult.Locked() -> view.getTranslation("code.locked");
        };
    }

    /** The same for the first code from a proposed secret. */
    static String refusal(Component view, EnrolmentResult result) {
        return switch (result) {
            case EnrolmentResult.Enrolled enrolled -> "";
            case EnrolmentResult.Malformed() -> view.getTranslation("code.malformed");
            case EnrolmentResult.Wrong() -> view.getTranslation("enrolment.wrong");
            case EnrolmentResult.ClockOff(var offset) -> clockOff(view, offset);
            case EnrolmentResult.Expired() -> view.getTranslation("enrolment.expired");
            case EnrolmentResult.Superseded() -> view.getTranslation("enrolment.superseded");
        };
    }

    private static String clockOff(Component view, Duration offset) {
        var minutes = Math.max(1, Math.round(offset.abs().toSeconds() / 60.0));
        return view.getTranslation(offset.isNegative() ? "enrolment.clock-behind" : "enrolment.clock-ahead", minutes);
    }
}
