package dev.latchkey.twofactor.keyset;

import dev.latchkey.support.DataRepositories;
import dev.latchkey.twofactor.TwoFactorProperties;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.totp.AuthenticationCode;
import dev.latchkey.twofactor.totp.Totp;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** What this feature keeps to itself, for tests that have to look below its services. */
public final class TestSecrets {

    private TestSecrets() {}

    /** The code that the product reckons for a key at a time. */
    public static String codeAt(String base32, Instant at) {
        return new Totp(TotpParameters.STANDARD)
                .codeAt(TotpSecret.ofBase32(base32), TotpParameters.STANDARD.stepAt(at));
    }

    /** What the product makes of something typed: six digits, or nothing. */
    public static String digitsOf(String typed) {
        return AuthenticationCode.parse(typed, 6)
                .map(AuthenticationCode::digits)
                .orElse("");
    }

    /** Spends steps past the limit on attempts and over any connection pool, by the product's own statement. */
    public static Spender spenderOver(DataSource database, ApplicationContext application) {
        var enrolments = DataRepositories.over(database, EnrolmentRepository.class, application);
        return (userId, version, at) -> enrolments.spend(userId, version, TotpParameters.STANDARD.stepAt(at), at);
    }

    /** Spends the step of a time. */
    @FunctionalInterface
    public interface Spender {

        /** Returns whether it was unspent. */
        boolean spend(long userId, long version, Instant at);
    }

    /** What the cipher in use makes of a ciphertext that claims to be that user's. */
    public static String decrypt(ApplicationContext application, byte[] ciphertext, long userId) {
        return application
                .getBean(SecretCipher.class)
                .decrypt(ciphertext, userId)
                .base32();
    }

    /** Looks at a keyset file as a start on the application's database does, and fails like it. */
    public static void startWith(Path keysetFile, ApplicationContext application) {
        var keyset = new Keyset(new TwoFactorProperties(keysetFile, Duration.ofHours(72)));
        new CurrentKey(application.getBean(KeysetCanaryRepository.class), new SecretCipher(keyset), keyset).follow();
    }

    /** A ciphertext of a new secret, made with the key in use. */
    public static byte[] encryptNew(ApplicationContext application, long userId) {
        return application.getBean(SecretCipher.class).encrypt(TotpSecret.generate(), userId);
    }

    /** The ciphertext of that key for an authenticator app, made with the current key of a file. */
    public static byte[] encrypt(String base32, Path keysetFile, long userId) {
        var keyset = new Keyset(new TwoFactorProperties(keysetFile, Duration.ofHours(72)));
        return new SecretCipher(keyset).encrypt(TotpSecret.ofBase32(base32), userId);
    }
}
