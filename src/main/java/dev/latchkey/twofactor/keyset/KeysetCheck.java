package dev.latchkey.twofactor.keyset;

import dev.latchkey.twofactor.TwoFactorProperties;
import dev.latchkey.twofactor.totp.TotpSecret;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Refuses to start with a keyset that cannot decrypt this database, checked with a canary that was encrypted at the first start. */
@Component
@DependsOnDatabaseInitialization
class KeysetCheck implements InitializingBean {

    /** Not the id of a user, so that no user has the canary's associated data. */
    private static final long NOBODY = 0;

    private final KeysetCanaryRepository canaries;
    private final SecretCipher cipher;
    private final TwoFactorProperties properties;

    KeysetCheck(KeysetCanaryRepository canaries, SecretCipher cipher, TwoFactorProperties properties) {
        this.canaries = canaries;
        this.cipher = cipher;
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        canaries.keepFirst(cipher.encrypt(TotpSecret.generate(), NOBODY));
        try {
            cipher.decrypt(canaries.find().ciphertext(), NOBODY);
        } catch (SecretUnreadableException e) {
            throw new KeysetUnusableException(
                    "The keyset in " + properties.keysetFile() + " isn't the one that this database was created with.");
        }
    }
}
