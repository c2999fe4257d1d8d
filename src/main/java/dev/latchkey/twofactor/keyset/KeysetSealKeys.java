package dev.latchkey.twofactor.keyset;

import dev.latchkey.audit.seal.SealKeys;
import dev.latchkey.twofactor.TwoFactorProperties;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Derives a key that seals the audit trail from each key of the keyset, by HKDF and only for this purpose: one file to keep, and no
 * key in the database. A seal can be verified as long as its key stays in the keyset.
 */
@Component
@NamedInterface("api")
public final class KeysetSealKeys implements SealKeys {

    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "latchkey audit seal";

    private final int currentKeyId;
    private final Map<Integer, byte[]> keys;

    KeysetSealKeys(TwoFactorProperties properties) {
        var keyset = KeysetKeys.read(properties.keysetFile());
        this.currentKeyId = keyset.currentKeyId();
        this.keys = keyset.derive(PURPOSE);
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
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
