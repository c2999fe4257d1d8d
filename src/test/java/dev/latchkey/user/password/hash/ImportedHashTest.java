package dev.latchkey.user.password.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.common.text.BoundedText;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that Keycloak 26.7.3 calculated, and RFC 6070's with more bytes, as plain {@code pbkdf2} of older exports. */
class ImportedHashTest {

    private static final String ARGON2ID =
            "$argon2id$v=19$m=7168,t=5,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU";
    private static final String SHA512 = "$pbkdf2-sha512$i=210000$7AlW2B/tVG8xCJC5aXuvyA"
            + "$1RodfDZF4Zqki3A3CVZ4T6uGzzHKQdAgzeoLKiYZvcQ6iypkqdvHp2NeAPeECKI4oDghlzqYpPFmnqxA0v1/iw";
    private static final String SHA256 =
            "$pbkdf2-sha256$i=27500$InD9517SE/L4GKg9lEUwlA$ldoyB9c9jygfG5sYTQr0iq3mH4zadhNoEgPTH354ZdU";

    private final ImportedPasswordEncoder encoder = new ImportedPasswordEncoder(19 * 1024);

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"ada-password-1 " + ARGON2ID, "bob-password-1 " + SHA512, "cyd-password-1 " + SHA256})
    void a_hash_of_keycloak_is_of_its_password_alone(String password, String phc) {
        assertThat(encoder.matches(password, phc)).isTrue();
        assertThat(encoder.matches(password + " ", phc)).isFalse();
        assertThat(encoder.matches("", phc)).isFalse();
        assertThat(ImportedHash.parse(phc).orElseThrow().phc()).isEqualTo(phc);
        assertThat(encoder.upgradeEncoding(phc)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // RFC 6070, 2, the fifth vector
                "pbkdf2 4096 c2FsdFNBTFRzYWx0U0FMVHNhbHRTQUxUc2FsdFNBTFRzYWx0 PS7sT+QchJuAyNg2YsDkSospGpZM8vBwOA",
                // Python's hashlib, 64 bytes of SHA-256, as exports of Keycloak before 24 have them
                "pbkdf2-sha256 4096 c2FsdFNBTFRzYWx0U0FMVHNhbHRTQUxUc2FsdFNBTFRzYWx0 NIyJ28vTKy8y2BS4EW6EzysXNH68GAAYHE4qH7jdU+HGNVGMfaxH6UVh8mhgVuX805ib+JYLsqNskDQFhsT6yg"
            })
    void the_length_of_the_key_is_that_of_the_hash(String kind, int iterations, String salt, String hash) {
        var phc = "$" + kind + "$i=" + iterations + "$" + salt + "$" + hash.replace("=", "");

        assertThat(encoder.matches("passwordPASSWORDpassword", phc)).isTrue();
        assertThat(encoder.matches("passwordPASSWORDpasswor", phc)).isFalse();
    }

    @Test
    void what_was_typed_is_compared_as_it_was_typed() {
        // Python's hashlib: SHA-256, the ligature of "fish" as one character
        var ligature = "$pbkdf2-sha256$i=1000$c2FsdHNhbHRzYWx0$xJSGR6w4kgY2Rgjemct7aW4eszXnD4Vq+wqUCCJNhvM";

        assertThat(encoder.matches("ﬁsh-password", ligature)).isTrue();
        assertThat(encoder.matches("fish-password", ligature)).isFalse();
    }

    @Test
    void a_text_that_is_too_long_is_no_password() {
        // Python's hashlib, of 1,025 letters
        var phc = "$pbkdf2-sha256$i=1000$c2FsdHNhbHRzYWx0$VCniHIyRe4XSYFThUi1qZo6L13e3JhA2SukeyBqu4ho";

        assertThat(encoder.matches("x".repeat(BoundedText.LONGEST + 1), phc)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "plain",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                // 128 MiB
                "$argon2id$v=19$m=131072,t=1,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                // 64 MiB, ten times
                "$argon2id$v=19$m=65536,t=10,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                "$argon2id$v=19$m=7168,t=11,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                "$argon2id$v=19$m=7168,t=0,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                "$argon2id$v=19$m=7168,t=5,p=17$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                "$argon2id$v=19$m=7,t=5,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                "$argon2id$v=18$m=7168,t=5,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                // A salt of 3 bytes, a hash of 4
                "$argon2id$v=19$m=7168,t=5,p=1$6ZWW$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                "$argon2id$v=19$m=7168,t=5,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGRw",
                // Base64 of no number of bytes
                "$argon2id$v=19$m=7168,t=5,p=1$6ZWWLD6ctGMzsIYiERPsb$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GUab",
                "$pbkdf2-sha256$i=1500001$InD9517SE/L4GKg9lEUwlA$ldoyB9c9jygfG5sYTQr0iq3mH4zadhNoEgPTH354ZdU",
                "$pbkdf2-sha256$i=0$InD9517SE/L4GKg9lEUwlA$ldoyB9c9jygfG5sYTQr0iq3mH4zadhNoEgPTH354ZdU",
                "$pbkdf2-sha256$i=27500$InD9517SE/L4GKg9lEUwlA$ldoyBw",
                "$pbkdf2-md5$i=27500$InD9517SE/L4GKg9lEUwlA$ldoyB9c9jygfG5sYTQr0iq3mH4zadhNoEgPTH354ZdU",
                // Four blocks of SHA-1 for each of 400,000 iterations
                "$pbkdf2$i=400000$7AlW2B/tVG8xCJC5aXuvyA$1RodfDZF4Zqki3A3CVZ4T6uGzzHKQdAgzeoLKiYZvcQ6iypkqdvHp2NeAPeECKI4oDghlzqYpPFmnqxA0v1/iw"
            })
    void what_is_no_hash_or_a_dear_one_is_refused_and_nobodys(String phc) {
        assertThat(ImportedHash.parse(phc)).isEmpty();
        assertThat(encoder.matches("anything", phc)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=4,p=16$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                "$pbkdf2-sha512$i=600000$InD9517SE/L4GKg9lEUwlA$ldoyB9c9jygfG5sYTQr0iq3mH4zadhNoEgPTH354ZdU",
                "$pbkdf2$i=1500000$InD9517SE/L4GKg9lEUwlA$ldoyB9c9jygfG5sYTQr0iq3mH4w"
            })
    void the_dearest_hash_that_is_accepted_takes_seconds_not_minutes(String phc) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();

        assertThat(encoder.matches("a guess", phc)).isFalse();

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
}
