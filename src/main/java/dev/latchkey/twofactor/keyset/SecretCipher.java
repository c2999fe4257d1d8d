package dev.latchkey.twofactor.keyset;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import dev.latchkey.twofactor.TwoFactorProperties;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Encrypts secrets for the database; the user id is the associated data, so that no row can be used for another user. */
@Component
public class SecretCipher {

    private final Aead aead;

    SecretCipher(TwoFactorProperties properties) throws GeneralSecurityException {
        this.aead = KeysetFile.read(properties.keysetFile()).getPrimitive(RegistryConfiguration.get(), Aead.class);
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
            return TotpSecret.ofBase32(new String(aead.decrypt(ciphertext, bytes(userId)), StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretUnreadableException(userId);
        }
    }

    private byte[] encrypt(byte[] plaintext, long userId) {
        try {
            return aead.encrypt(plaintext, bytes(userId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed");
        }
    }

    private static byte[] bytes(long userId) {
        return ByteBuffer.allocate(Long.BYTES).putLong(userId).array();
    }
}
