package dev.latchkey.security;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.common.RefusedException;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.CountedHashes;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.lockout.PasswordAttempts;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.QueryTimeoutException;

@SecurityTest
class PasswordGuessingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PasswordAttempts attempts;

    @Autowired
    private CountedHashes hashes;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines trail;

    private Person person;

    @BeforeEach
    void newPerson() {
        person = people.member();
    }

    @Test
    void PEER_15_after_five_wrong_passwords_from_anywhere_even_the_right_one_waits_and_the_wait_doubles() {
        guess(person.email(), 5);

        var browser = new Browser(port);
        assertThat(leadsTo(browser.logIn(person.email(), People.PASSWORD))).isEqualTo("/login?error");
        assertThat(browser.show("login").body())
                .contains("Too many wrong passwords for this email address. Try again in 30 seconds.");
        clock.advance(Duration.ofSeconds(30));
        guess(person.email(), 1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(leadsTo(browser.logIn(person.email(), People.PASSWORD))).isEqualTo("/login?error");
        clock.advance(Duration.ofSeconds(1));
        assertThat(leadsTo(browser.logIn(person.email(), People.PASSWORD))).isEqualTo("/");
        guess(person.email(), 4);
        assertThat(leadsTo(new Browser(port).logIn(person.email(), People.PASSWORD)))
                .as("a right password forgets the wrong ones")
                .isEqualTo("/");
    }

    @Test
    void PEER_45_an_address_that_nobody_has_waits_like_any_other_and_is_told_so_in_the_same_words() {
        var disabled = people.member();
        people.disable(disabled);

        var told = List.of(person.email(), "nobody" + person.id() + "@example.com", disabled.email()).stream()
                .map(email -> {
                    guess(email, 5);
                    var browser = new Browser(port);
                    browser.logIn(email, People.PASSWORD);
                    return browser.show("login").body().contains("Try again in 30 seconds.");
                });

        assertThat(told).containsExactly(true, true, true);
    }

    @Test
    void PEER_08_of_64_parallel_guesses_no_more_than_five_are_looked_at() throws Exception {
        var email = new EmailAddress(person.email());

        var looked = Parallel.times(64, () -> attempts.take(email)).stream()
                .filter(wait -> wait.isEmpty())
                .count();

        assertThat(looked).isEqualTo(5);
    }

    @Test
    void AC_R_22_an_address_that_fails_over_and_over_is_held_back_before_a_hash_is_reckoned_and_nobody_else_is() {
        assumeTrue(Browser.haveAddressesOfTheirOwn());
        var attacker = new Browser(port);
        IntStream.range(0, 30).forEach(i -> attacker.logIn("guess" + i + "@example.com", "wrong password"));
        var before = refusedPasswords();

        attacker.logIn(person.email(), People.PASSWORD);

        assertThat(attacker.show("login").body()).contains("Too many failed logins from your network.");
        assertThat(refusedPasswords())
                .as("what is not looked at fills no trail")
                .isEqualTo(before);
        assertThat(leadsTo(new Browser(port).logIn(person.email(), People.PASSWORD)))
                .isEqualTo("/");
        clock.advance(Duration.ofSeconds(2));
        assertThat(leadsTo(attacker.logIn(person.email(), People.PASSWORD)))
                .as("one in two seconds is let through again")
                .isEqualTo("/");
    }

    @Test
    void AC_R_22_an_office_behind_one_address_begins_its_day() {
        var office = new Browser(port);

        assertThat(IntStream.range(0, 40).mapToObj(i -> leadsTo(office.logIn(person.email(), People.PASSWORD))))
                .containsOnly("/");
    }

    @Test
    void FIELD_T10_what_is_not_known_to_be_wrong_is_no_failure_of_the_address_nor_of_the_network() {
        assumeTrue(Browser.haveAddressesOfTheirOwn());
        var office = new Browser(port);

        for (var i = 0; i < 40; i++) {
            var busy = i % 2 == 0;
            hashes.whileNext(() -> {
                throw busy ? new RefusedException("error.busy") : new QueryTimeoutException("no connection");
            });
            assertThat(leadsTo(office.logIn(person.email(), People.PASSWORD)))
                    .isEqualTo(busy ? "/login?error" : "(stays: 500)");
        }

        assertThat(leadsTo(office.logIn(person.email(), People.PASSWORD))).isEqualTo("/");
    }

    @Test
    void FIELD_T10_forty_who_log_in_at_once_from_one_address_fail_nobody() throws Exception {
        assumeTrue(Browser.haveAddressesOfTheirOwn());
        var office = Browser.ofAnOffice(port, 40).iterator();
        var colleagues = Stream.generate(() -> new Colleague(people.member(), office.next()))
                .limit(40)
                .toList();

        var told = hashes.eachForReal(() -> Parallel.each(colleagues, Colleague::logIn));

        assertThat(told).noneMatch(page -> page.contains("Too many"));
    }

    @Test
    void FIELD_T10_whoever_comes_when_there_is_too_much_to_do_is_told_that_and_nothing_else() {
        var browser = new Browser(port);
        hashes.whileNext(() -> {
            throw new RefusedException("error.busy");
        });

        browser.logIn(person.email(), People.PASSWORD);

        assertThat(browser.show("login").body())
                .contains("The server is very busy right now.")
                .doesNotContain("Too many failed logins");
    }

    @Test
    void PEER_48_wrong_passwords_end_nobodys_session() {
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);

        guess(person.email(), 10);

        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    private void guess(String email, int times) {
        IntStream.range(0, times).forEach(i -> new Browser(port).logIn(email, "wrong password"));
    }

    private int refusedPasswords() {
        return trail.count("PASSWORD_REFUSED");
    }

    private record Colleague(Person person, Browser browser) {

        /** What the page says when the right password did not open the door; nothing when it did. */
        private String logIn() {
            return leadsTo(browser.logIn(person.email(), People.PASSWORD)).equals("/")
                    ? ""
                    : browser.show("login").body();
        }
    }
}
