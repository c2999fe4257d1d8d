package dev.latchkey.user;

import java.text.Normalizer;
import java.util.Locale;

/** The one form of a password, whatever keyboard it was typed on (NIST SP 800-63B, 3.1.1.2). */
final class PasswordText {

    private PasswordText() {}

    /** The form that is measured and hashed. */
    static String normalized(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** The form that is compared with words that nobody may take. */
    static String folded(CharSequence typed) {
        return normalized(typed).toLowerCase(Locale.ROOT);
    }

    /** As {@link #folded}, with letters and digits alone. */
    static String bare(CharSequence typed) {
        return folded(typed)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
