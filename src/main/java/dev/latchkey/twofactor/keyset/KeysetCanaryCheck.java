package dev.latchkey.twofactor.keyset;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Tells a running node whether its keyset still decrypts the database, which somebody may have restored from another one. */
@Component
@NamedInterface("api")
public class KeysetCanaryCheck {

    private final KeysetCanaryRepository canaries;
    private final SecretCipher cipher;

    KeysetCanaryCheck(KeysetCanaryRepository canaries, SecretCipher cipher) {
        this.canaries = canaries;
        this.cipher = cipher;
    }

    /** Whether it decrypts the canary. */
    public boolean fits() {
        return canaries.find().map(this::isDecrypted).orElse(false);
    }

    private boolean isDecrypted(KeysetCanary canary) {
        try {
            cipher.decrypt(canary.ciphertext(), CurrentKey.NOBODY);
            return true;
        } catch (SecretUnreadableException e) {
            return false;
        }
    }
}
