package dev.latchkey.twofactor.keyset;

import dev.latchkey.twofactor.totp.TotpSecret;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which key of the keyset encrypts new data: the one of the canary, a value in the database that also shows whether the keyset fits.
 * Somebody who can write to the database cannot name a key that the keyset does not have, because the canary is authenticated.
 */
@Component
public class CurrentKey {

    /** Not the id of a user, so that no user has the canary's associated data. */
    static final long NOBODY = 0;

    private final KeysetCanaryRepository canaries;
    private final SecretCipher cipher;
    private final Keyset keyset;

    CurrentKey(KeysetCanaryRepository canaries, SecretCipher cipher, Keyset keyset) {
        this.canaries = canaries;
        this.cipher = cipher;
        this.keyset = keyset;
    }

    /**
     * Uses the key that the database names; stores the canary if there is none yet.
     *
     * @throws KeysetUnusableException if the keyset cannot decrypt the canary
     */
    @Transactional
    public void follow() {
        follow(canaries.find().orElseGet(this::keepFirst).ciphertext());
    }

    /**
     * Like {@link #follow}, after reading the file again, and nobody changes the keyset until the transaction ends; there must be a
     * canary.
     *
     * @throws KeysetUnusableException if the file cannot be read, or its keys cannot decrypt the canary
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        var canary = canaries.hold();
        // Whoever held it before may have changed the file as well
        keyset.reload();
        follow(canary.ciphertext());
    }

    /** Encrypts new data with that key of the keyset, on all nodes as soon as they {@link #follow}; call {@link #hold} before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(int keyId) {
        keyset.use(keyId);
        canaries.replace(cipher.encrypt(TotpSecret.generate(), NOBODY));
    }

    private KeysetCanary keepFirst() {
        if (canaries.areAllSecretsForeign(keyset.keys().ids().stream()
                .map(SecretCipher::prefixOf)
                .map(HexFormat.of().withUpperCase()::formatHex)
                .toList())) {
            throw notTheOne();
        }
        canaries.keepFirst(cipher.encrypt(TotpSecret.generate(), NOBODY));
        return canaries.find().orElseThrow();
    }

    private void follow(byte[] canary) {
        var keyId = SecretCipher.keyIdOf(canary);
        try {
            cipher.decrypt(canary, NOBODY);
        } catch (SecretUnreadableException e) {
            throw keyset.keys().isRetired(keyId) ? retired(keyId) : notTheOne();
        }
        keyset.use(keyId);
    }

    private KeysetUnusableException retired(int keyId) {
        return new KeysetUnusableException(
                "The database is encrypted with the key %d, which is retired in the keyset %s. It needs a copy of the keyset from before that."
                        .formatted(Integer.toUnsignedLong(keyId), keyset.file()));
    }

    private KeysetUnusableException notTheOne() {
        return new KeysetUnusableException(
                "The keyset in " + keyset.file() + " isn't the one that this database was created with.");
    }
}
