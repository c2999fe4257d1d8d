package dev.latchkey.twofactor.keyset;

import dev.latchkey.audit.seal.SealKeys;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Derives a key that seals the audit trail from each key of the keyset, by HKDF and only for this purpose: one file to keep, and no
 * key in the database. A seal can be verified as long as its key stays in the keyset, also after it is retired.
 */
@Component
@Import(Keyset.class) // For the command, which uses this class and not the package
@NamedInterface("api")
public final class KeysetSealKeys implements SealKeys {

    private static final String HMAC = "HmacSHA256";

    private final Keyset keyset;

    KeysetSealKeys(Keyset keyset) {
        this.keyset = keyset;
    }

    @Override
    public int currentKeyId() {
        return keyset.keys().currentId();
    }

    @Override
    public boolean has(int keyId) {
        return keyset.keys().deriveForSeals().containsKey(keyId);
    }

    @Override
    public byte[] authenticationCode(int keyId, byte[] message) {
        var key = keyset.keys().deriveForSeals().get(keyId);
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
