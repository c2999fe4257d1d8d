package dev.latchkey.signin.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.common.DatabaseOutage;
import dev.latchkey.demo.ReadableMail;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.NotedStatements;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ReadOnlyServer;
import dev.latchkey.support.SignInLimits;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.lockout.GuessedPasswords;
import dev.latchkey.user.lockout.PasswordAttempts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever is kept out of new browsers by strangers learns of it, and what to do. */
@LatchkeyTest
class GuessedPasswordTest {

    private static final String SUBJECT = "someone is guessing your password";
    private static final String GERMAN_SUBJECT = "Jemand versucht, Ihr Passwort zu erraten";

    /** Five that cost nothing, and then waits of 30 seconds, doubling, until they add up to an hour. */
    private static final int FOR_AN_HOUR = 12;

    @LocalServerPort
    private int port;

    @Autowired
    private GuessedPasswords guessed;

    @Autowired
    private PasswordAttempts attempts;

    @Autowired
    private People people;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private NotedStatements statements;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SignInLimits limits;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;

    @BeforeEach
    void somebody() {
        people.startOver();
        person = people.member();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
        limits.forgetNetworks();
    }

    @Test
    void FIELD_A6_the_owner_is_told_when_strangers_have_kept_the_other_lane_shut_for_an_hour_and_what_to_do() {
        var begin = clock.instant();
        strangersGuess(person.email(), FOR_AN_HOUR - 1);
        look();
        assertThat(notices(SUBJECT)).as("not yet").isEmpty();

        strangersGuess(person.email(), 1);
        look();

        assertThat(Duration.between(begin, clock.instant())).isBetween(Duration.ofHours(1), Duration.ofMinutes(65));
        assertThat(notices(SUBJECT))
                .hasSize(1)
                .first()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(person.email())
                        .contains("None of the passwords was accepted.")
                        .contains("In a browser that you have logged in with before, you don't have to wait")
                        .contains("\"Forgot password?\"")
                        .contains("https://latchkey.example/reset-password"));
    }

    @Test
    void FIELD_A6_they_are_told_in_their_language() {
        jdbc.update("UPDATE users SET language = 'GERMAN' WHERE id = ?", person.id());
        strangersGuess(person.email(), FOR_AN_HOUR);

        look();

        assertThat(notices(GERMAN_SUBJECT))
                .hasSize(1)
                .first()
                .satisfies(mail -> assertThat(mail.text()).contains("„Passwort vergessen?“"));
    }

    @Test
    void FIELD_A6_they_are_told_once_a_day_however_long_it_goes_on_and_whatever_opens_the_lane_between() {
        strangersGuess(person.email(), FOR_AN_HOUR);
        look();
        look();
        strangersGuess(person.email(), 10);
        look();
        limits.forgetPasswords();
        strangersGuess(person.email(), FOR_AN_HOUR);
        look();
        assertThat(notices(SUBJECT)).hasSize(1);

        strangersGuess(person.email(), 14);
        look();

        assertThat(notices(SUBJECT)).hasSize(2);
    }

    @Test
    void FIELD_A6_of_several_nodes_that_look_at_once_one_tells() throws Exception {
        strangersGuess(person.email(), FOR_AN_HOUR);

        Parallel.times(8, () -> {
            guessed.notifyOwners();
            return true;
        });
        outbox.run();

        assertThat(notices(SUBJECT)).hasSize(1);
    }

    @Test
    void FIELD_A6_wrong_passwords_in_a_known_browser_and_a_lane_that_is_open_again_are_no_news() {
        var own = new Browser(port);
        own.logIn(person.email(), People.PASSWORD);
        own.post("/logout", Map.of("_csrf", own.csrfTokenOn("reset-password")));
        jdbc.update(
                "UPDATE password_attempt SET wrong_passwords = 20, no_password_before = ?",
                java.sql.Timestamp.from(clock.instant().plus(Duration.ofHours(1))));
        own.logIn(person.email(), "wrong");
        jdbc.update(
                "UPDATE password_attempt SET wrong_passwords = 20, no_password_before = ?",
                java.sql.Timestamp.from(clock.instant().plus(Duration.ofHours(1))));
        look();
        assertThat(notices(SUBJECT)).as("theirs").isEmpty();

        strangersGuess(person.email(), FOR_AN_HOUR);
        clock.advance(Duration.ofHours(1));
        look();

        assertThat(notices(SUBJECT)).as("open again").isEmpty();
    }

    @Test
    void FIELD_A6_of_an_address_that_no_active_user_has_nobody_is_told_and_a_guess_at_it_does_the_same_work() {
        var disabled = people.member();
        people.disable(disabled);
        var work = List.of(person.email(), disabled.email(), "nobody@example.org").stream()
                .map(email -> {
                    strangersGuess(email, FOR_AN_HOUR - 1);
                    return lastGuess(email);
                })
                .toList();
        assertThat(work)
                .allSatisfy(statementsOfOne ->
                        assertThat(statementsOfOne).hasSizeGreaterThan(3).isEqualTo(work.getFirst()));
        jdbc.update(
                "UPDATE password_attempt SET no_password_before = ?",
                java.sql.Timestamp.from(clock.instant().plus(Duration.ofMinutes(1))));

        look();

        assertThat(outbox.recipientsOf("PASSWORD_GUESSED")).containsExactly(person.id());
    }

    @Test
    void FIELD_O11_a_server_that_takes_no_changes_is_no_trouble_with_one_user_and_ends_the_run() throws Exception {
        strangersGuess(person.email(), FOR_AN_HOUR);

        try (var outage = new ReadOnlyServer()) {
            assertThat(DatabaseOutage.isCauseOf(catchThrowable(guessed::notifyOwners)))
                    .isTrue();
        }
        look();

        assertThat(notices(SUBJECT)).hasSize(1);
    }

    private List<String> lastGuess(String email) {
        waitForTurn(email);
        var browser = new Browser(port);
        var token = browser.csrfTokenOn("login");
        statements.taken();
        browser.post("/login", Map.of("username", email, "password", "last guess", "_csrf", token));
        return statements.taken();
    }

    private void strangersGuess(String email, int times) {
        IntStream.range(0, times).forEach(i -> {
            waitForTurn(email);
            attempts.take(new EmailAddress(email));
        });
    }

    private void waitForTurn(String email) {
        limits.forgetNetworks();
        jdbc.queryForList(
                        "SELECT no_password_before FROM password_attempt WHERE email_hash = UNHEX(SHA2(?, 256))"
                                + " AND no_password_before > ?",
                        java.sql.Timestamp.class,
                        email,
                        java.sql.Timestamp.from(clock.instant()))
                .forEach(until -> clock.advance(Duration.between(clock.instant(), until.toInstant())));
    }

    private void look() {
        guessed.notifyOwners();
        outbox.run();
    }

    private List<ReadableMail> notices(String subject) {
        return new Mailbox(person.email())
                .mails().stream()
                        .filter(mail -> mail.subject().contains(subject))
                        .toList();
    }
}
