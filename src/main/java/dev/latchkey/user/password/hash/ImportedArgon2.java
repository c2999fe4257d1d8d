package dev.latchkey.user.password.hash;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** An imported hash of Argon2 (RFC 9106). */
record ImportedArgon2(String phc, int memoryKib) implements ImportedHash {

    private static final int MOST_MEMORY_KIB = 64 * 1024;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 16;
    private static final long MOST_WORK_KIB = 4L * MOST_MEMORY_KIB;
    // RFC 9106, 3.1: at least eight blocks a lane
    private static final int LEAST_MEMORY_A_LANE = 8;

    private static final Pattern PHC =
            Pattern.compile("\\$argon2(?:id|i|d)\\$v=(?:16|19)\\$m=([0-9]{1,5}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$"
                    + Bytes.PATTERN + "\\$" + Bytes.PATTERN);

    // Reads every parameter from the hash; its own are those of new hashes, of which it makes none
    private static final Argon2PasswordEncoder ARGON2 = new Argon2PasswordEncoder(16, 32, 1, 8, 1);

    static Optional<ImportedArgon2> parse(String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches() || !areBounded(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)))) {
            return Optional.empty();
        }
        return Bytes.of(parts.group(4))
                .flatMap(salt -> Bytes.of(parts.group(5)).filter(hash -> Bytes.areSane(salt, hash)))
                .map(sane -> new ImportedArgon2(phc, number(parts.group(1))));
    }

    private static boolean areBounded(int memoryKib, int passes, int lanes) {
        return lanes >= 1
                && lanes <= MOST_LANES
                && passes >= 1
                && passes <= MOST_PASSES
                && memoryKib >= lanes * LEAST_MEMORY_A_LANE
                && memoryKib <= MOST_MEMORY_KIB
                && (long) memoryKib * passes <= MOST_WORK_KIB;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    public boolean isOf(CharSequence typed) {
        return ARGON2.matches(typed, phc);
    }

    @Override
    public String toString() {
        return "ImportedArgon2[…]";
    }
}
