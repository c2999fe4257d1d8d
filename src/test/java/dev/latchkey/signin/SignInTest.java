package dev.latchkey.signin;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class SignInTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    private Browser browser;
    private Person person;

    @BeforeEach
    void newPersonAtNewBrowser() {
        browser = new Browser(port);
        person = people.member();
        clock.toNextStep();
    }

    @Test
    void a_stranger_is_sent_to_the_password_step_and_after_it_to_the_page_asked_for() {
        var answer = browser.open("/profile?tab=security");

        assertThat(leadsTo(answer)).isEqualTo("/login");
        assertThat(Browser.destinationOf(answer)).isEqualTo("/profile?tab=security");
        assertThat(leadsTo(browser.logIn(person.email(), People.PASSWORD))).isEqualTo("/profile?tab=security");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void with_two_factor_authentication_on_the_password_leads_to_the_code_and_the_code_to_the_page() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.open("/profile?tab=security");

        assertThat(leadsTo(browser.logIn(person.email(), People.PASSWORD))).isEqualTo("/login/verify");
        assertThat(leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(leadsTo(browser.enterCode(app.code()))).isEqualTo("/profile");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "", "@"})
    void what_is_no_address_gets_the_answer_for_a_wrong_password(String email) {
        var answer = browser.logIn(email, People.PASSWORD);

        assertThat(leadsTo(answer)).isEqualTo("/login?error");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void the_email_is_not_case_sensitive() {
        assertThat(leadsTo(
                        browser.logIn(" " + person.email().toUpperCase(java.util.Locale.ROOT) + " ", People.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void a_refused_code_leads_back_with_a_sentence_that_does_not_tell_wrong_from_spent() {
        var app = people.enrol(person);
        browser.logIn(person.email(), People.PASSWORD);

        browser.enterCode(app.code());
        var spent = browser.show("login/verify").body();
        browser.enterCode("12 34 5x");
        var malformed = browser.show("login/verify").body();

        assertThat(spent).contains("That code is wrong or was already used.");
        assertThat(malformed).contains("Enter the six-digit code from your app.");
        assertThat(browser.show("login/verify").body())
                .as("a reload does not repeat it")
                .doesNotContain("Enter the six-digit code from your app.");
    }

    @Test
    void turning_two_factor_authentication_on_ends_every_other_session_at_its_next_request() {
        browser.logIn(person.email(), People.PASSWORD);
        var page = browser.loadPage("profile");
        people.enrol(person);

        assertThat(browser.navigateInside(page, "profile").body())
                .contains("sessionExpired")
                .doesNotContain(person.email());
        assertThat(leadsTo(browser.open("/profile"))).startsWith("/login");
    }

    @Test
    void a_disabled_user_is_out_at_the_next_request() {
        browser.logIn(person.email(), People.PASSWORD);
        people.disable(person);

        assertThat(leadsTo(browser.open("/profile"))).startsWith("/login");
    }

    @Test
    void while_enforcement_is_on_the_profile_says_why_the_switch_cannot_be_turned_off() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode(app.code());
        account.enforce();
        try {
            assertThat(browser.show("profile").body())
                    .contains("Your organisation requires it, so you can't turn it off.")
                    .contains("\"disabled\"");
        } finally {
            account.lift();
        }
        assertThat(browser.show("profile").body()).doesNotContain("\"disabled\"");
    }

    @Test
    void logging_out_ends_the_session() {
        browser.logIn(person.email(), People.PASSWORD);
        var session = browser.sessionId();

        assertThat(leadsTo(browser.post("/logout", Map.of("_csrf", browser.csrfTokenOn("profile")))))
                .isEqualTo("/login");
        assertThat(leadsTo(browser.withSession(session).open("/profile"))).isEqualTo("/login?ended");
    }

    @Test
    void the_audit_trail_tells_refused_and_accepted_steps_apart() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), "wrong password");
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode("000000");
        browser.enterCode(app.code());
        browser.post("/logout", Map.of("_csrf", browser.csrfTokenOn("profile")));

        assertThat(trail.actionsOn(person))
                .containsExactly(
                        "TWO_FACTOR_TURNED_ON",
                        "PASSWORD_REFUSED",
                        "CODE_REFUSED",
                        "SIGNED_IN",
                        "BROWSER_REMEMBERED",
                        "SIGNED_OUT");
    }
}
