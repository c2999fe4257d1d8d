package dev.latchkey.twofactor.totp;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Six to eight digits in normalized form, so that a spent code cannot be reused in another spelling. */
public final class AuthenticationCode {

    /** The longest text that is parsed, in UTF-16 units. */
    public static final int LONGEST_INPUT = TypedCode.LONGEST;

    // Digits separated by spaces, dashes and middle dots, and no letter at either end
    private static final Pattern RUN =
            Pattern.compile("(?<![A-Za-z0-9])[0-9](?:[\\t\\p{Zs}\\p{Pd}\u2212_\u00b7\u2022]*+[0-9])*+(?![A-Za-z])");

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");

    private final String digits;

    private AuthenticationCode(String digits) {
        this.digits = digits;
    }

    /**
     * Parses what a person typed or pasted, even a whole sentence, in the digits of any script; empty if it does not contain
     * exactly one run of that many digits.
     */
    public static Optional<AuthenticationCode> parse(@Nullable String typed, int length) {
        var codes = TypedCode.plain(typed).stream()
                .flatMap(text -> RUN.matcher(text).results())
                .map(MatchResult::group)
                .map(run -> NO_DIGIT.matcher(run).replaceAll(""))
                .filter(run -> run.length() == length)
                .distinct()
                .toList();
        return codes.size() == 1 ? Optional.of(new AuthenticationCode(codes.getFirst())) : Optional.empty();
    }

    /** The digits. */
    public String digits() {
        return digits;
    }

    @Override
    public String toString() {
        return "AuthenticationCode[…]";
    }
}
