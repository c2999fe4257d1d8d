package dev.latchkey.twofactor.totp;

import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/** The Base32 key of one enrolment: 160 bits, as long as the SHA-1 that it keys (RFC 4226, 4, R6). */
@NamedInterface("api")
public final class TotpSecret {

    private static final int BASE32_CHARACTERS = 32;
    private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]+");
    private static final int GROUP = 4;

    private final String base32;

    private TotpSecret(String base32) {
        this.base32 = base32;
    }

    /** Draws a new secret from a {@link java.security.SecureRandom}. */
    public static TotpSecret generate() {
        return new TotpSecret(new DefaultSecretGenerator(BASE32_CHARACTERS).generate());
    }

    /**
     * Reads a secret written as Base32 without padding.
     *
     * @throws IllegalArgumentException where it has any other character; the message does not repeat it
     */
    public static TotpSecret ofBase32(String base32) {
        if (!BASE32.matcher(base32).matches()) {
            throw new IllegalArgumentException("not Base32");
        }
        return new TotpSecret(base32);
    }

    /** The key as an authenticator app takes it. */
    public String base32() {
        return base32;
    }

    /** The key in groups of four, as a person reads it. */
    public String grouped() {
        return base32.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "TotpSecret[…]";
    }
}
