package dev.latchkey.common.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Text that somebody typed, measured before anything else processes it. Normalizing sorts combining marks in time quadratic in
 * their number: a few hundred kilobytes of them keep a processor busy for minutes. So all normalizing goes through here.
 */
public final class BoundedText {

    /** The longest text that is ever normalized, in UTF-16 units. */
    public static final int LONGEST = 1_024;

    private BoundedText() {}

    /**
     * The text in Unicode Normalization Form C (UAX #15), in which one letter has one spelling.
     *
     * @param longest in UTF-16 units, {@value #LONGEST} at most
     * @return empty if the text is longer than that
     */
    static Optional<String> composed(CharSequence typed, int longest) {
        return normalized(typed, longest, Normalizer.Form.NFC);
    }

    /**
     * The text in Unicode Normalization Form KC (UAX #15), in which full-width and other variants of a character become that
     * character.
     *
     * @param longest in UTF-16 units, {@value #LONGEST} at most; the result may be longer
     * @return empty if the text is longer than that
     */
    public static Optional<String> compatible(CharSequence typed, int longest) {
        return normalized(typed, longest, Normalizer.Form.NFKC);
    }

    /**
     * The text in Unicode Normalization Form KD (UAX #15), in which every mark is separate from its letter.
     *
     * @param longest in UTF-16 units, {@value #LONGEST} at most; the result may be longer
     * @return empty if the text is longer than that
     */
    static Optional<String> decomposed(CharSequence typed, int longest) {
        return normalized(typed, longest, Normalizer.Form.NFKD);
    }

    private static Optional<String> normalized(CharSequence typed, int longest, Normalizer.Form form) {
        return typed.length() > Math.min(longest, LONGEST)
                ? Optional.empty()
                : Optional.of(Normalizer.normalize(typed, form));
    }
}
