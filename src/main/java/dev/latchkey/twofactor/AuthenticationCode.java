package dev.latchkey.twofactor;

import dev.latchkey.component.BoundedText;
import java.util.Objects;
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
        return BoundedText.compatible(Objects.requireNonNullElse(typed, ""), LONGEST_INPUT)
                .map(text -> BLANKS.matcher(text).replaceAll(""))
                .filter(digits -> SIX_DIGITS.matcher(digits).matches())
                .map(AuthenticationCode::new);
    }

    String digits() {
        return digits;
    }

    @Override
    public String toString() {
        return "AuthenticationCode[…]";
    }
}
