package dev.latchkey.twofactor.keyset;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * Encrypts data that a browser stores for us, for one purpose: nobody can read it, change it, or use it for another. It does not
 * include when it was made, or whether it was used before.
 */
@NamedInterface("api")
public final class BrowserSeal {

    private static final byte[] NO_ASSOCIATED_DATA = {};
    private static final int LONGEST = 8_192;

    private final Keyset keyset;
    private final String purpose;

    BrowserSeal(Keyset keyset, String purpose) {
        this.keyset = keyset;
        this.purpose = purpose;
    }

    /** Encrypts; the text can be used in a cookie, a form and a URL (base64url, RFC 4648, 5). */
    public String seal(byte[] plaintext) {
        var keys = keyset.keys();
        var key = Objects.requireNonNull(keys.derive(purpose).get(keys.currentId()));
        try {
            var ciphertext = cipher(key).encrypt(plaintext, NO_ASSOCIATED_DATA);
            var sealed = ByteBuffer.allocate(Integer.BYTES + ciphertext.length)
                    .putInt(keys.currentId())
                    .put(ciphertext);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed");
        }
    }

    /** Decrypts; empty for anything that was not made by {@link #seal} with a key that still decrypts. */
    public Optional<byte[]> open(String sealed) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
            var keys = keyset.keys().derive(purpose);
            var key = bytes.remaining() < Integer.BYTES ? null : keys.get(bytes.getInt());
            if (key == null) {
                return Optional.empty();
            }
            var ciphertext = new byte[bytes.remaining()];
            bytes.get(ciphertext);
            return Optional.of(cipher(key).decrypt(ciphertext, NO_ASSOCIATED_DATA));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static AesGcmJce cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmJce(key);
    }
}
