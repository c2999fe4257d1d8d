package dev.latchkey.twofactor.code.ui;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.common.text.WaitMessages;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.totp.TotpParameters;
import java.time.Duration;
import org.springframework.modulith.NamedInterface;

/** Messages about a refused code. */
@NamedInterface("ui")
public final class CodeMessages {

    private CodeMessages() {}

    /**
     * The message about a code at sign-in.
     *
     * @throws IllegalArgumentException for a code that was accepted
     */
    public static Sentence refusal(CodeResult result) {
        return switch (result) {
            case CodeResult.Accepted() -> throw new IllegalArgumentException("nothing was refused");
            case CodeResult.Malformed(var digits) -> malformed(digits);
            case CodeResult.Wrong() -> Sentence.of("code.wrong");
            case CodeResult.ClockOff(var offset) -> clockOff(offset);
            case CodeResult.Delayed(var wait) ->
                WaitMessages.sentence("code.delayed.seconds", "code.delayed.minutes", wait);
            case CodeResult.Locked() -> Sentence.of("code.locked");
        };
    }

    /**
     * The message about the first code from a proposed secret.
     *
     * @throws IllegalArgumentException for a code that was accepted
     */
    public static Sentence refusal(EnrolmentResult result) {
        return switch (result) {
            case EnrolmentResult.Enrolled enrolled -> throw new IllegalArgumentException("nothing was refused");
            case EnrolmentResult.Malformed() -> Sentence.of("code.malformed");
            case EnrolmentResult.Wrong() -> Sentence.of("enrolment.wrong");
            case EnrolmentResult.ClockOff(var offset) -> clockOff(offset);
            case EnrolmentResult.Expired() -> Sentence.of("enrolment.expired");
            case EnrolmentResult.Superseded() -> Sentence.of("enrolment.superseded");
        };
    }

    private static Sentence clockOff(Duration offset) {
        var minutes = Math.max(1, Math.round(offset.abs().toSeconds() / 60.0));
        return Sentence.of(offset.isNegative() ? "enrolment.clock-behind" : "enrolment.clock-ahead", minutes);
    }

    private static Sentence malformed(int digits) {
        return digits == TotpParameters.STANDARD.digits()
                ? Sentence.of("code.malformed")
                : Sentence.of("code.malformed.digits", digits);
    }
}
