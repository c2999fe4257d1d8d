package dev.latchkey.twofactor.keyset;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Encrypts what waits in the database for a short time, such as the rows of an import; no rotation of keys re-encrypts it. */
@Component
public class StagingCipher {

    private final Keyset keyset;

    StagingCipher(Keyset keyset) {
        this.keyset = keyset;
    }

    /** The ciphertext, which can be decrypted only in the same place. */
    public byte[] encrypt(byte[] plaintext, String place) {
        try {
            return keyset.keys().aead().encrypt(plaintext, bytes(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed");
        }
    }

    /** The plaintext; empty if it was changed, is of another place, or its key is gone. */
    public Optional<byte[]> decrypt(byte[] ciphertext, String place) {
        try {
            return Optional.of(keyset.keys().aead().decrypt(ciphertext, bytes(place)));
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
