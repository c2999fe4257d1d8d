package dev.latchkey.twofactor.recovery;

import dev.latchkey.common.Sha256;
import dev.latchkey.twofactor.totp.TypedCode;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Replaces an authentication code, once: 120 random bits in Crockford's Base32, which has no characters that people confuse. From
 * 112 bits on a fast hash is safe (OWASP ASVS 5.0, 6.5.2; NIST SP 800-63B, 3.1.2.2).
 */
@NamedInterface("api")
public final class RecoveryCode {

    /** The longest text that is parsed, in UTF-16 units. */
    public static final int LONGEST_INPUT = TypedCode.LONGEST;

    private static final int CHARACTERS = 24;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    // Letters of other scripts and marks are not part of any code, and not ignored
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern NUMBER_IN_LIST = Pattern.compile("^[^\\p{L}\\p{N}]*[0-9]{1,2}(?![\\p{L}\\p{N}])");
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + CHARACTERS + "}");
    private static final int GROUP = 4;

    private final String characters;

    private RecoveryCode(String characters) {
        this.characters = characters;
    }

    /** A new code of random bits. */
    public static RecoveryCode generate(SecureRandom random) {
        var characters = new StringBuilder(CHARACTERS);
        for (var i = 0; i < CHARACTERS; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RecoveryCode(characters.toString());
    }

    /**
     * Parses what a person typed or pasted: in upper or lower case, with O for 0 and I or L for 1, with anything that is neither
     * letter nor digit around and between the groups, and with its number in a list before it; empty if that is not a recovery
     * code.
     */
    public static Optional<RecoveryCode> parse(@Nullable String typed) {
        return TypedCode.plain(typed)
                .map(text -> text.toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1'))
                .flatMap(text ->
                        whole(text).or(() -> whole(NUMBER_IN_LIST.matcher(text).replaceFirst(""))))
                .map(RecoveryCode::new);
    }

    private static Optional<String> whole(String text) {
        return Optional.of(BETWEEN.matcher(text).replaceAll(""))
                .filter(characters -> CODE.matcher(characters).matches());
    }

    /** The code in groups of four, for display. */
    public String grouped() {
        return characters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** The SHA-256 of the normalized code: only this is stored. */
    byte[] hash() {
        return Sha256.of(characters);
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
