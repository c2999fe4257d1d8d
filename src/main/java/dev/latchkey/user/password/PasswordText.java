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

    /** The form that is compared with words that nobody may take; empty where the text is too long to be looked at. */
    static Optional<String> folded(CharSequence typed) {
        // Letter by letter: String copies all of the text for each letter that grows in its lower case
        return normalized(typed).map(text -> text(text.codePoints().map(Character::toLowerCase)));
    }

    /** As {@link #folded}, with letters and digits alone; empty where there are none, too. */
    static Optional<String> bare(CharSequence typed) {
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
