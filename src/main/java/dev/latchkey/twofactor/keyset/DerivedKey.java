package dev.latchkey.twofactor.keyset;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Derives a key for another purpose from a key of the keyset (HKDF with SHA-256, RFC 5869): one file to keep, and no key has two purposes. */
final class DerivedKey {

    static final String AUDIT_SEAL = "latchkey audit seal";
    static final int SIZE_BYTES = 32;

    private static final byte[] NO_SALT = {};

    private DerivedKey() {}

    static byte[] of(AesGcmKey key, String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256",
                    key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()),
                    NO_SALT,
                    purpose.getBytes(StandardCharsets.US_ASCII),
                    SIZE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
