package dev.latchkey.twofactor.keyset;

import dev.latchkey.twofactor.EnrolmentRepository;
import dev.latchkey.twofactor.totp.AuthenticationCode;
import dev.latchkey.twofactor.totp.Totp;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this feature keeps to itself, for tests that have to look below its services. */
public final class TestSecrets {

    private TestSecrets() {}

    /** The code that the product reckons for a key at a time. */
    public static String codeAt(String base32, Instant at) {
        return new Totp().codeAt(TotpSecret.ofBase32(base32), Totp.stepAt(at));
    }

    /** What the product makes of something typed: six digits, or nothing. */
    public static String digitsOf(String typed) {
        return AuthenticationCode.parse(typed).map(AuthenticationCode::digits).orElse("");
    }

    /** Spends the step of a time, past the limit on attempts and over any connection pool; whether it was unspent. */
    public static boolean spend(DataSource database, long userId, long version, Instant at) {
        return new EnrolmentRepository(JdbcClient.create(database)).spend(userId, version, Totp.stepAt(at), at);
    }

    /** What the cipher in use makes of a ciphertext that claims to be that user's. */
    public static String decrypt(ApplicationContext application, byte[] ciphertext, long userId) {
        return application
                .getBean(SecretCipher.class)
                .decrypt(ciphertext, userId)
                .base32();
    }
}
