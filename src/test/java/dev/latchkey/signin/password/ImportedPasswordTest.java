package dev.latchkey.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.CountedHashes;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.UserService;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Logging in with a password that another server hashed. */
@LatchkeyTest
class ImportedPasswordTest {

    private static final String BOBS = LogCanary.mustNotBeLogged("bob-password-1");
    private static final String BOBS_HASH = "{imported}$pbkdf2-sha512$i=210000$7AlW2B/tVG8xCJC5aXuvyA"
            + "$1RodfDZF4Zqki3A3CVZ4T6uGzzHKQdAgzeoLKiYZvcQ6iypkqdvHp2NeAPeECKI4oDghlzqYpPFmnqxA0v1/iw";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private UserService users;

    @Autowired
    private CountedHashes hashes;

    private Person bob;

    @BeforeEach
    void onlyBob() {
        people.startOver();
        bob = people.member();
        // Prepares the hash that unknown users are compared with
        new Browser(port).logIn("warm-up@example.com", BOBS);
        people.setPasswordHash(bob, BOBS_HASH);
    }

    @AfterEach
    void nobody() {
        people.startOver();
    }

    @Test
    void the_first_login_with_the_old_password_replaces_the_hash_by_our_own() {
        hashes.made();

        assertThat(Browser.leadsTo(new Browser(port).logIn(bob.email(), BOBS))).isEqualTo("/");

        assertThat(hashes.made()).isOne();
        assertThat(storedHash()).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Browser.leadsTo(new Browser(port).logIn(bob.email(), BOBS))).isEqualTo("/");
        assertThat(hashes.made()).isZero();
    }

    @Test
    void a_wrong_password_is_refused_and_leaves_the_hash() {
        assertThat(Browser.leadsTo(new Browser(port).logIn(bob.email(), BOBS + "2")))
                .isEqualTo("/login?error");

        assertThat(storedHash()).isEqualTo(BOBS_HASH);
    }

    @Test
    void while_there_is_an_imported_hash_every_wrong_password_is_answered_every_two_seconds() {
        var another = people.member();

        assertThat(timeOfWrong(bob.email())).isBetween(WrongPasswordPace.STEP, Duration.ofSeconds(20));
        assertThat(timeOfWrong(another.email())).isGreaterThanOrEqualTo(WrongPasswordPace.STEP);
        assertThat(timeOfWrong("nobody@example.com")).isGreaterThanOrEqualTo(WrongPasswordPace.STEP);
    }

    @Test
    void an_answer_is_due_after_two_seconds_or_four() {
        assertThat(WrongPasswordPace.untilDue(0)).isEqualTo(2_000_000_000L);
        assertThat(WrongPasswordPace.untilDue(50_000_000)).isEqualTo(2_000_000_000L);
        assertThat(WrongPasswordPace.untilDue(2_000_000_000L)).isEqualTo(2_000_000_000L);
        assertThat(WrongPasswordPace.untilDue(2_000_000_001L)).isEqualTo(4_000_000_000L);
    }

    private Duration timeOfWrong(String email) {
        var browser = new Browser(port);
        browser.open("/login");
        var begun = System.nanoTime();
        browser.logIn(email, "not the password");
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String storedHash() {
        return users.find(bob.id()).orElseThrow().passwordHash();
    }
}
