package dev.latchkey.twofactor.rotation;

import dev.latchkey.twofactor.keyset.CurrentKey;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.keyset.SecretUnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Encrypts with the current key whatever is encrypted with another one. It keeps no state of its own, so it goes on wherever a
 * process that was killed has stopped, and any number of processes may do it at once. Each secret is a statement of its own: no user
 * who logs in waits for it.
 */
@Component
class SecretReencryption {

    private static final int PAGE = 100;

    private final EncryptedSecretRepository secrets;
    private final SecretCipher cipher;
    private final CurrentKey currentKey;

    SecretReencryption(EncryptedSecretRepository secrets, SecretCipher cipher, CurrentKey currentKey) {
        this.secrets = secrets;
        this.cipher = cipher;
        this.currentKey = currentKey;
    }

    KeyRotationProgress progress() {
        var old = secrets.countOthers(cipher.currentPrefix());
        return new KeyRotationProgress(old == 0 ? 0 : secrets.count(), old);
    }

    /**
     * Goes through the secrets once.
     *
     * @param mostPages stops after that many hundreds
     * @param afterEach is told after each hundred
     * @return the ids of users whose secret cannot be decrypted with any key
     * @throws dev.latchkey.twofactor.keyset.KeysetUnusableException if the keyset lacks the current key
     */
    List<Long> run(int mostPages, Consumer<KeyRotationProgress> afterEach) {
        var unreadable = new ArrayList<Long>();
        var after = Long.MIN_VALUE;
        for (var pages = 0; pages < mostPages; pages++) {
            // Another node may have changed the key a moment ago, and must not be undone
            currentKey.follow();
            var page = secrets.findOthers(cipher.currentPrefix(), after, PAGE);
            if (page.isEmpty()) {
                break;
            }
            for (var secret : page) {
                if (!reencrypt(secret)) {
                    unreadable.add(secret.userId());
                }
            }
            after = page.getLast().userId();
            afterEach.accept(progress());
        }
        return unreadable;
    }

    private boolean reencrypt(EncryptedSecret secret) {
        var userId = secret.userId();
        try {
            var plain = cipher.decrypt(secret.secretCiphertext(), userId);
            secrets.replace(userId, secret.version(), secret.secretCiphertext(), cipher.encrypt(plain, userId));
            return true;
        } catch (SecretUnreadableException e) {
            return false;
        }
    }
}
