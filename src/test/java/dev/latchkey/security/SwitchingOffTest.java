package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.signin.password.PasswordRefusal;
import dev.latchkey.signin.stepup.StepUp;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.OpenPage;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Routes;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

/** What a thief of an open session, or a page of another site, can do to the second factor: nothing. */
@SecurityTest
class SwitchingOffTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private StepUp stepUp;

    @Autowired
    private Routes routes;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithAnUnspentCode() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
    }

    @Test
    void AC_S_11_PEER_33_a_session_without_a_code_switches_nothing_off_and_with_one_it_does() {
        assertThat(Stream.of("", "000000", "123 456", People.PASSWORD).map(this::switchOff))
                .allMatch(SwitchOffResult.CodeRefused.class::isInstance);
        assertThat(twoFactor.isCodeRequired(person.id())).isTrue();

        assertThat(switchOff(app.code())).isInstanceOf(SwitchOffResult.SwitchedOff.class);
        assertThat(twoFactor.isCodeRequired(person.id())).isFalse();
    }

    @Test
    void AC_S_11_a_session_without_a_code_replaces_no_secret() {
        var proposed = people.as(person, () -> twoFactor.propose(person.id()));
        var thiefs = new AuthenticatorApp(proposed.proposed().secret().base32(), clock);

        assertThat(people.as(person, () -> twoFactor.turnOn(person.id(), proposed, thiefs.code())))
                .isEqualTo(new EnrolmentResult.Superseded());
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void AC_S_11_nobody_touches_the_second_factor_of_another() {
        var other = people.member();
        var proposed = people.as(person, () -> twoFactor.propose(person.id()));
        var code = new AuthenticatorApp(proposed.proposed().secret().base32(), clock).code();

        assertThat(List.<Runnable>of(
                        () -> twoFactor.propose(person.id()),
                        () -> twoFactor.statusOf(person.id()),
                        () -> twoFactor.turnOn(person.id(), proposed, code),
                        () -> twoFactor.replace(person.id(), proposed, code),
                        () -> twoFactor.turnOff(person.id(), app.code())))
                .allSatisfy(action -> assertThatExceptionOfType(AccessDeniedException.class)
                        .isThrownBy(() -> people.does(other, action)));
    }

    @Test
    void PEER_13_codes_that_are_guessed_at_the_switch_count_as_at_the_sign_in() {
        for (var i = 0; i < 5; i++) {
            assertThat(switchOff("000000")).isEqualTo(new SwitchOffResult.CodeRefused(new CodeResult.Wrong()));
        }

        assertThat(switchOff(app.code()))
                .isEqualTo(new SwitchOffResult.CodeRefused(new CodeResult.Delayed(Duration.ofSeconds(30))));
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code()))
                .isEqualTo(new CodeResult.Delayed(Duration.ofSeconds(30)));
    }

    @Test
    void PEER_13_PEER_16_passwords_that_are_guessed_at_the_step_up_count_as_at_the_sign_in() {
        var unprotected = people.member();
        for (var i = 0; i < 5; i++) {
            assertThat(prove(unprotected, "wrong password"))
                    .isEqualTo(new StepUp.Refusal.OfPassword(new PasswordRefusal(PasswordRefusal.Reason.WRONG, null)));
        }

        assertThat(prove(unprotected, People.PASSWORD))
                .isEqualTo(new StepUp.Refusal.OfPassword(
                        new PasswordRefusal(PasswordRefusal.Reason.EMAIL_WAITS, Duration.ofSeconds(30))));
        assertThat(Browser.leadsTo(new Browser(port).logIn(unprotected.email(), People.PASSWORD)))
                .isEqualTo("/login?error");
    }

    @Test
    void PEER_16_codes_that_are_guessed_at_the_step_up_count_as_at_the_sign_in() {
        for (var i = 0; i < 5; i++) {
            assertThat(prove(person, "000000")).isEqualTo(new StepUp.Refusal.OfCode(new CodeResult.Wrong()));
        }

        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code()))
                .isEqualTo(new CodeResult.Delayed(Duration.ofSeconds(30)));
    }

    @Test
    void PEER_32_no_secret_that_a_client_sends_takes_the_place_of_the_stored_one() {
        var thiefs = new AuthenticatorApp("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", clock);
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);

        browser.post(
                "/login/verify",
                Map.of(
                        "_csrf", browser.csrfTokenOn("login/verify"),
                        "code", thiefs.code(),
                        "secret", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
                        "secretCiphertext", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
                        "userId", "1"));

        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/profile");
    }

    /** Links of another site, pictures in a mail: whatever a browser fetches without being asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login/verify?code=%s",
                "/profile?code=%s&two-factor=off",
                "/profile?own-first",
                "/logout",
                "/login?username=x&password=y",
                "/access-management/authentication-settings?enforce=true"
            })
    void AC_S_23_PEER_34_nothing_is_changed_by_what_is_only_fetched(String path) {
        var browser = signedIn();
        clock.toNextStep();
        var before = enrolments.rowOf(person);

        var address = path.formatted(LogCanary.partOfAnAddress(app.code()));
        browser.open(address);
        browser.show(address.substring(1));

        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
        assertThat(enrolments.rowOf(person)).usingRecursiveComparison().isEqualTo(before);
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code()))
                .as("the code was not spent")
                .isEqualTo(new CodeResult.Accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/verify", "/logout"})
    void AC_S_23_AC_V_20_no_form_of_the_sign_in_is_taken_without_its_token(String path) {
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        var session = browser.sessionId();

        var answer =
                browser.post(path, Map.of("username", person.email(), "password", People.PASSWORD, "code", app.code()));

        assertThat(Browser.leadsTo(answer))
                .as("it goes on where the session is")
                .isEqualTo("/login/verify");
        assertThat(browser.sessionId()).isEqualTo(session);
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(browser.enterCode(app.code())))
                .as("with its token it is, and the code was not spent before")
                .isEqualTo("/profile");
    }

    private Browser signedIn() {
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode(app.code());
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
        return browser;
    }

    private SwitchOffResult switchOff(String code) {
        return people.as(person, () -> twoFactor.turnOff(person.id(), code));
    }

    /** As from an open page, whose request the step-up asks for the client's address. */
    private StepUp.Refusal prove(Person whose, String typed) {
        return new OpenPage(routes)
                .asks(() -> people.as(whose, () -> stepUp.prove(whose.id(), typed)))
                .orElseThrow();
    }
}
