package dev.latchkey.user.password.hash;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * An imported hash of PBKDF2 (RFC 8018, 5.2). The length of the key is that of the hash.
 *
 * @param kind {@code pbkdf2} for SHA-1, {@code pbkdf2-sha256} or {@code pbkdf2-sha512}
 */
record ImportedPbkdf2(String kind, int iterations, byte[] salt, byte[] hash) implements ImportedHash {

    private static final Map<String, Prf> PRFS = Map.of(
            "pbkdf2", new Prf("PBKDF2WithHmacSHA1", 20, 1_500_000),
            "pbkdf2-sha256", new Prf("PBKDF2WithHmacSHA256", 32, 1_500_000),
            "pbkdf2-sha512", new Prf("PBKDF2WithHmacSHA512", 64, 600_000));

    private static final Pattern PHC = Pattern.compile(
            "\\$(pbkdf2(?:-sha256|-sha512)?)\\$i=([0-9]{1,7})\\$" + Bytes.PATTERN + "\\$" + Bytes.PATTERN);

    static Optional<ImportedPbkdf2> parse(String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Bytes.of(parts.group(3))
                .flatMap(salt -> Bytes.of(parts.group(4))
                        .map(hash -> new ImportedPbkdf2(parts.group(1), Integer.parseInt(parts.group(2)), salt, hash))
                        .filter(ImportedPbkdf2::isBounded));
    }

    private boolean isBounded() {
        return Bytes.areSane(salt, hash)
                && iterations >= 1
                && iterations * prf().blocks(hash.length) <= prf().mostIterations();
    }

    private Prf prf() {
        return PRFS.get(kind);
    }

    @Override
    public int memoryKib() {
        return 0;
    }

    @Override
    public String phc() {
        return "$" + kind + "$i=" + iterations + "$" + Bytes.base64(salt) + "$" + Bytes.base64(hash);
    }

    @Override
    public boolean isOf(CharSequence typed) {
        var key = new PBEKeySpec(typed.toString().toCharArray(), salt, iterations, hash.length * Byte.SIZE);
        try {
            return MessageDigest.isEqual(
                    hash,
                    SecretKeyFactory.getInstance(prf().algorithm())
                            .generateSecret(key)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "ImportedPbkdf2[…]";
    }

    /**
     * A pseudorandom function.
     *
     * @param bytes the length of its output
     * @param mostIterations more than OWASP recommends, and less than a second of one processor
     */
    private record Prf(String algorithm, int bytes, int mostIterations) {

        /** How often every iteration is repeated for a key of that many bytes. */
        long blocks(int length) {
            return Math.ceilDiv(length, bytes);
        }
    }
}
