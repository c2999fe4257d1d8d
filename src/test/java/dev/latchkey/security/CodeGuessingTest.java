package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SecurityTest
class CodeGuessingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private AuditLines trail;

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithAnUnspentCode() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
    }

    @Test
    void AC_S_05_PEER_09_the_sixth_code_waits_be_it_right_and_the_wait_doubles_until_a_right_one() {
        guess(5);

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Delayed(Duration.ofSeconds(30)));
        clock.advance(Duration.ofSeconds(30));
        guess(1);
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Delayed(Duration.ofSeconds(60)));
        clock.advance(Duration.ofSeconds(60));
        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Accepted());
        clock.toNextStep();
        guess(4);
        assertThat(signIn(app.code())).as("counted anew").isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void FIELD_A12_what_was_not_looked_at_leaves_no_line_in_the_audit_trail() {
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        IntStream.range(0, 5).forEach(i -> browser.enterCode("00000" + i));
        var lines = refusedCodes();
        assertThat(lines).isEqualTo(5);

        browser.enterCode("no code");
        browser.enterCode("000009");
        enrolments.lock(person);
        browser.enterCode("000010");

        assertThat(refusedCodes()).as("malformed, delayed and locked").isEqualTo(lines);
    }

    private int refusedCodes() {
        return trail.count("CODE_REFUSED", person);
    }

    @Test
    void AC_S_05_the_longest_wait_is_an_hour() {
        for (var i = 0; i < 20; i++) {
            guess(1);
            clock.advance(Duration.ofHours(1));
        }
        guess(1);

        assertThat(signIn(app.code())).isEqualTo(new CodeResult.Delayed(Duration.ofHours(1)));
    }

    @Test
    void AC_S_06_PEER_10_neither_a_new_session_nor_a_new_password_step_nor_a_right_password_forgets_the_wrong_codes() {
        for (var i = 0; i < 5; i++) {
            assertThat(Browser.leadsTo(Browser.atTheCodeStep(port, person).enterCode(app.wrongCode())))
                    .isEqualTo("/login/verify?error");
        }
        var browser = Browser.atTheCodeStep(port, person);

        browser.enterCode(app.code());

        assertThat(browser.show("login/verify").body()).contains("Too many wrong codes. Try again in 30 seconds.");
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        clock.advance(Duration.ofSeconds(30));
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/profile");
    }

    @Test
    void PEER_08_of_200_wrong_codes_at_once_no_more_than_five_are_looked_at() throws Exception {
        var wrong = app.wrongCode();

        var results = Parallel.times(200, () -> signIn(wrong));

        assertThat(results).filteredOn(new CodeResult.Wrong()::equals).hasSize(5);
        assertThat(count()).isEqualTo(5);
    }

    @Test
    void PEER_11_a_cookie_from_before_the_wrong_codes_brings_no_earlier_count_back() {
        var browser = Browser.atTheCodeStep(port, person);
        var before = browser.sessionId();
        for (var i = 0; i < 5; i++) {
            browser.enterCode(app.wrongCode());
        }

        var replayed = browser.withSession(before);
        replayed.enterCode(app.code());

        assertThat(replayed.show("login/verify").body()).contains("Too many wrong codes.");
        assertThat(count()).isEqualTo(5);
    }

    @Test
    void PEER_12_the_count_stands_although_the_sign_in_that_raised_it_fails() {
        assertThat(Browser.leadsTo(Browser.atTheCodeStep(port, person).enterCode(app.wrongCode())))
                .isEqualTo("/login/verify?error");

        assertThat(count()).isOne();
    }

    @Test
    void PEER_15_of_50_guesses_from_50_addresses_no_more_than_five_are_looked_at() {
        assumeTrue(Browser.haveAddressesOfTheirOwn());

        var told = IntStream.range(0, 50)
                .mapToObj(i -> {
                    var browser = Browser.atTheCodeStep(port, person);
                    browser.enterCode(app.wrongCode());
                    return browser.show("login/verify").body();
                })
                .toList();

        assertThat(told).filteredOn(page -> page.contains("That code is wrong")).hasSize(5);
        assertThat(told)
                .filteredOn(page -> page.contains("Too many wrong codes."))
                .hasSize(45);
    }

    @Test
    void PEER_48_wrong_passwords_do_not_touch_the_count_of_wrong_codes() {
        for (var i = 0; i < 8; i++) {
            new Browser(port).logIn(person.email(), "guess " + i);
        }
        assertThat(count()).isZero();
        clock.advance(Duration.ofHours(1));

        assertThat(Browser.leadsTo(Browser.atTheCodeStep(port, person).enterCode(app.code())))
                .isEqualTo("/");
    }

    @Test
    void PEER_48_whoever_does_not_know_the_password_cannot_guess_a_code_at_all() {
        var stranger = new Browser(port);
        stranger.logIn(person.email(), "wrong password");

        assertThat(Browser.leadsTo(stranger.open("/login/verify"))).isEqualTo("/login");
        assertThat(count()).isZero();
    }

    @Test
    void AC_S_20_the_fifth_wrong_code_is_told_to_the_user_once_however_many_follow() {
        guess(4);
        outbox.run();
        assertThat(warnings()).isEmpty();
        guess(1);
        for (var i = 0; i < 10; i++) {
            clock.advance(Duration.ofHours(1));
            guess(1);
        }
        outbox.run();

        assertThat(warnings())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "correct password",
                                "None of the codes was accepted",
                                "If this wasn't you, choose a new password"));
    }

    private void guess(int times) {
        for (var i = 0; i < times; i++) {
            assertThat(signIn(app.wrongCode())).isEqualTo(new CodeResult.Wrong());
        }
    }

    private CodeResult signIn(String code) {
        return twoFactor.verifyAtSignIn(person.id(), code);
    }

    private int count() {
        return enrolments.wrongCodesOf(person);
    }

    private List<String> warnings() {
        return new Mailbox(person.email())
                .mails().stream()
                        .filter(mail -> mail.subject().contains("wrong authentication codes"))
                        .map(mail -> mail.text())
                        .toList();
    }
}
