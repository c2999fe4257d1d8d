package dev.latchkey.user.password;

import dev.latchkey.common.text.BoundedText;
import java.util.Optional;
import java.util.stream.IntStream;

/** The normalized form of a password, whatever keyboard it was typed on (NIST SP 800-63B, 3.1.1.2); a text that is too long has none. */
public final class PasswordText {

    private PasswordText() {}

    /** The form that is measured and hashed; empty if the text is too long. */
    public static Optional<String> normalized(CharSequence typed) {
        return BoundedText.compatible(typed, BoundedText.LONGEST);
    }

    /** The form that is compared with forbidden words; empty if the text is too long. */
    public static Optional<String> folded(CharSequence typed) {
        // Character by character: String copies the whole text for each character that grows in lower case
        return normalized(typed).map(text -> text(text.codePoints().map(Character::toLowerCase)));
    }

    /** Like {@link #folded}, with only letters and digits; also empty if there are none. */
    public static Optional<String> bare(CharSequence typed) {
        return folded(typed)
                .map(text -> text(text.codePoints().filter(Character::isLetterOrDigit)))
                .filter(text -> !text.isEmpty());
    }

    private static String text(IntStream codePoints) {
        return codePoints
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
