package dev.latchkey.twofactor.keyset;

import dev.latchkey.twofactor.totp.TotpSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Encrypts secrets for the database; the user id is the associated data, so that no row can be used for another user. */
@Component
public class SecretCipher {

    /** The beginning of a ciphertext that names its key: a byte, and the id (Tink's wire format). */
    private static final byte TINK = 1;

    private static final int PREFIX_BYTES = 1 + Integer.BYTES;

    private final Keyset keyset;

    SecretCipher(Keyset keyset) {
        this.keyset = keyset;
    }

    /** The ciphertext of the secret, which can be decrypted only for that user; it names its key. */
    public byte[] encrypt(TotpSecret secret, long userId) {
        return encrypt(secret.base32().getBytes(StandardCharsets.US_ASCII), userId);
    }

    /**
     * Decrypts a user's secret.
     *
     * @throws SecretUnreadableException if it was changed, is another user's, or was encrypted with a key that is gone
     */
    public TotpSecret decrypt(byte[] ciphertext, long userId) {
        try {
            var plaintext = keyset.keys().aead().decrypt(ciphertext, bytes(userId));
            return TotpSecret.ofBase32(new String(plaintext, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretUnreadableException(userId);
        }
    }

    /** How every ciphertext of the current key begins, and none of another key. */
    public byte[] currentPrefix() {
        return prefixOf(keyset.keys().currentId());
    }

    static byte[] prefixOf(int keyId) {
        return ByteBuffer.allocate(PREFIX_BYTES).put(TINK).putInt(keyId).array();
    }

    /** The id of the key that a ciphertext names; 0 for what is none. */
    static int keyIdOf(byte[] ciphertext) {
        return ciphertext.length < PREFIX_BYTES
                ? 0
                : ByteBuffer.wrap(ciphertext).getInt(1);
    }

    private byte[] encrypt(byte[] plaintext, long userId) {
        try {
            return keyset.keys().aead().encrypt(plaintext, bytes(userId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed");
        }
    }

    private static byte[] bytes(long userId) {
        return ByteBuffer.allocate(Long.BYTES).putLong(userId).array();
    }
}
