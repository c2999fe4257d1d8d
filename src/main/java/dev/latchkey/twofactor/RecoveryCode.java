package dev.latchkey.twofactor;

import dev.latchkey.component.BoundedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for an authentication code, once: 120 random bits in Crockford's Base32, of which a person mistakes no character
 * for another. From 112 bits on a fast hash keeps it safe (OWASP ASVS 5.0, 6.5.2; NIST SP 800-63B, 3.1.2.2).
 */
public final class RecoveryCode {

    private static final int CHARACTERS = 24;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LONGEST_INPUT = 64;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + CHARACTERS + "}");
    private static final int GROUP = 4;

    private final String characters;

    private RecoveryCode(String characters) {
        this.characters = characters;
    }

    static RecoveryCode generate(SecureRandom random) {
        var characters = new StringBuilder(CHARACTERS);
        for (var i = 0; i < CHARACTERS; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RecoveryCode(characters.toString());
    }

    /**
     * Reads what a person typed or pasted: in either case, with blanks and dashes, with O for 0 and I or L for 1; empty where that
     * is no such code.
     */
    public static Optional<RecoveryCode> parse(@Nullable String typed) {
        return BoundedText.compatible(Objects.requireNonNullElse(typed, ""), LONGEST_INPUT)
                .map(text -> BETWEEN.matcher(text)
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1'))
                .filter(characters -> CODE.matcher(characters).matches())
                .map(RecoveryCode::new);
    }

    /** The code in groups of four, as a person reads it. */
    public String grouped() {
        return characters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** The SHA-256 of the code in its one form: all that is stored of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(characters.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
