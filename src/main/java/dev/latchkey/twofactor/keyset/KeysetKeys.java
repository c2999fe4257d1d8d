package dev.latchkey.twofactor.keyset;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/** Derives keys for other purposes from those of the keyset (HKDF with SHA-256, RFC 5869): one file to keep, and no key has two purposes. */
final class KeysetKeys {

    private static final int SIZE_BYTES = 32;
    private static final byte[] NO_SALT = {};

    private final KeysetHandle keyset;

    private KeysetKeys(KeysetHandle keyset) {
        this.keyset = keyset;
    }

    /**
     * Reads the keyset.
     *
     * @throws KeysetUnusableException if it cannot be read, or its primary key is not an AES-256-GCM key
     */
    static KeysetKeys read(Path file) {
        var keyset = KeysetFile.read(file);
        if (!(keyset.getPrimary().getKey() instanceof AesGcmKey)) {
            throw new KeysetUnusableException("The primary key in " + file + " isn't an AES-256-GCM key.");
        }
        return new KeysetKeys(keyset);
    }

    /** The id of the key for new data. */
    int currentKeyId() {
        return keyset.getPrimary().getId();
    }

    /** A key for that purpose from each key of the keyset, by its id; 256 bits each. */
    Map<Integer, byte[]> derive(String purpose) {
        var keys = new HashMap<Integer, byte[]>();
        for (var i = 0; i < keyset.size(); i++) {
            if (keyset.getAt(i).getKey() instanceof AesGcmKey key) {
                keys.put(keyset.getAt(i).getId(), derive(key, purpose));
            }
        }
        return keys;
    }

    private static byte[] derive(AesGcmKey key, String purpose) {
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
