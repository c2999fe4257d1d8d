package dev.latchkey.twofactor;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.subtle.Hkdf;
import dev.latchkey.audit.SealKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Derives a key that seals the audit trail from each key of the keyset, by HKDF and for this purpose alone: one file to keep, and
 * no key in the database. A seal can be checked for as long as its key stays in the keyset.
 */
@Component
public final class KeysetSealKeys implements SealKeys {

    private static final String HMAC = "HmacSHA256";
    private static final int SIZE = 32;
    private static final byte[] NO_SALT = {};
    private static final byte[] PURPOSE = "latchkey audit seal".getBytes(StandardCharsets.US_ASCII);

    private final int currentKeyId;
    private final Map<Integer, SecretKeySpec> keys = new HashMap<>();

    KeysetSealKeys(TwoFactorProperties properties) throws GeneralSecurityException {
        var keyset = KeysetFile.read(properties.keysetFile());
        currentKeyId = keyset.getPrimary().getId();
        for (var i = 0; i < keyset.size(); i++) {
            derive(keyset.getAt(i));
        }
        if (!has(currentKeyId)) {
            throw new KeysetUnusableException(
                    "The primary key in " + properties.keysetFile() + " is not an AES-256-GCM key.");
        }
    }

    @Override
    public int currentKeyId() {
        return currentKeyId;
    }

    @Override
    public boolean has(int keyId) {
        return keys.containsKey(keyId);
    }

    @Override
    public byte[] authenticationCode(int keyId, byte[] message) {
        var key = keys.get(keyId);
        if (key == null) {
            throw new IllegalArgumentException("no key " + keyId);
        }
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void derive(KeysetHandle.Entry entry) throws GeneralSecurityException {
        if (entry.getKey() instanceof AesGcmKey key) {
            var material = key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
            var derived = Hkdf.computeHkdf("HMACSHA256", material, NO_SALT, PURPOSE, SIZE);
            keys.put(entry.getId(), new SecretKeySpec(derived, HMAC));
        }
    }
}
