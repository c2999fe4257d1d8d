package dev.latchkey.twofactor.keyset;

import dev.latchkey.twofactor.TwoFactorProperties;
import dev.latchkey.twofactor.totp.TotpSecret;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses the start under a keyset that cannot read what this database holds: a canary, encrypted at the first start. */
@Component
@DependsOnDatabaseInitialization
class KeysetCheck implements InitializingBean {

    /** Not the id of a user, so that the canary's associated data is nobody's. */
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final TwoFactorProperties properties;

    KeysetCheck(JdbcClient jdbc, SecretCipher cipher, TwoFactorProperties properties) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("INSERT IGNORE INTO keyset_canary (id, ciphertext) VALUES (1, :ciphertext)")
                .param("ciphertext", cipher.encrypt(TotpSecret.generate(), NOBODY))
                .update();
        var canary = jdbc.sql("SELECT ciphertext FROM keyset_canary")
                .query((row, number) -> row.getBytes("ciphertext"))
                .single();
        try {
            cipher.decrypt(canary, NOBODY);
        } catch (SecretUnreadableException e) {
            throw new KeysetUnusableException(
                    "The keyset in " + properties.keysetFile() + " isn't the one that this database was created with.");
        }
    }
}
