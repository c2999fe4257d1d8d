package dev.latchkey.twofactor.totp;

import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.springframework.modulith.NamedInterface;

/**
 * The Base32 key of one enrolment. Our own have 160 bits, as long as the output of SHA-1; imported ones have the 128 that RFC 4226,
 * 4, R6 demands, or more.
 */
@NamedInterface("api")
public final class TotpSecret {

    private static final int BASE32_CHARACTERS = 32;
    private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]+");
    private static final int GROUP = 4;
    private static final int FEWEST_BYTES = 16;
    private static final int MOST_BYTES = 128;

    private final String base32;

    private TotpSecret(String base32) {
        this.base32 = base32;
    }

    /** Generates a new secret with a {@link java.security.SecureRandom}. */
    public static TotpSecret generate() {
        return new TotpSecret(new DefaultSecretGenerator(BASE32_CHARACTERS).generate());
    }

    /**
     * Parses a secret in Base32 without padding.
     *
     * @throws IllegalArgumentException if it has any other character; the message does not repeat it
     */
    public static TotpSecret ofBase32(String base32) {
        if (!BASE32.matcher(base32).matches()) {
            throw new IllegalArgumentException("not Base32");
        }
        return new TotpSecret(base32);
    }

    /** The secret of a key that another server generated; empty if it has fewer than 16 bytes, or more than 128. */
    public static Optional<TotpSecret> ofKey(byte[] key) {
        return key.length < FEWEST_BYTES || key.length > MOST_BYTES
                ? Optional.empty()
                : Optional.of(new TotpSecret(new Base32().encodeToString(key).replace("=", "")));
    }

    /** The key as authenticator apps accept it. */
    public String base32() {
        return base32;
    }

    /** The key in groups of four, for display. */
    public String grouped() {
        return base32.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "TotpSecret[…]";
    }
}
