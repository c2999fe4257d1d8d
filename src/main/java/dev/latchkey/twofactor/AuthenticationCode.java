package dev.latchkey.twofactor;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Six digits in their one form, so that no other way of writing a spent code makes it look unspent. */
public final class AuthenticationCode {

    private static final int LONGEST_INPUT = 64;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private final String digits;

    private AuthenticationCode(String digits) {
        this.digits = digits;
    }

    /** Reads what a person typed or pasted, with blanks and full-width digits; empty where that is not six digits. */
    public static Optional<AuthenticationCode> parse(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        var digits = BLANKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        return SIX_DIGITS.matcher(digits).matches() ? Optional.of(new AuthenticationCode(digits)) : Optional.empty();
    }

    String digits() {
        return digits;
    }

    @Override
    public String toString() {
        return "AuthenticationCode[…]";
    }
}
