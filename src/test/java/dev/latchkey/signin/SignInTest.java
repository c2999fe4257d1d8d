package dev.latchkey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@LatchkeyTest
class SignInTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

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

        assertThat(location(answer)).isEqualTo("/login");
        assertThat(Browser.destinationOf(answer)).isEqualTo("/profile?tab=security");
        assertThat(location(browser.logIn(person.email(), People.PASSWORD))).isEqualTo("/profile?tab=security");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void with_two_factor_authentication_on_the_password_leads_to_the_code_and_the_code_to_the_page() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.open("/profile?tab=security");

        assertThat(location(browser.logIn(person.email(), People.PASSWORD))).isEqualTo("/login/verify");
        assertThat(location(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(location(browser.enterCode(app.code()))).isEqualTo("/profile");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void every_failure_of_the_password_step_gets_the_same_answer() {
        var disabled = people.member();
        jdbc.update("UPDATE users SET status = 'DISABLED' WHERE id = ?", disabled.id());
        var enrolled = people.member();
        people.enrol(enrolled);

        var answers = List.of(
                        browser.logIn(person.email(), "wrong password"),
                        browser.logIn("nobody@example.com", People.PASSWORD),
                        browser.logIn("not an address", People.PASSWORD),
                        browser.logIn(disabled.email(), People.PASSWORD),
                        browser.logIn(enrolled.email(), "wrong password"),
                        browser.logIn("", ""))
                .stream()
                .map(answer -> answer.statusCode() + " " + location(answer) + " " + answer.body())
                .distinct();

        assertThat(answers).containsExactly("302 /login?error ");
    }

    @Test
    void the_email_is_not_case_sensitive() {
        assertThat(location(
                        browser.logIn(" " + person.email().toUpperCase(java.util.Locale.ROOT) + " ", People.PASSWORD)))
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/verify", "/logout"})
    void no_form_of_the_sign_in_is_taken_without_its_token(String path) {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        var before = browser.sessionId();

        var answer =
                browser.post(path, Map.of("username", person.email(), "password", People.PASSWORD, "code", app.code()));

        assertThat(location(answer)).as("it goes on where the session is").isEqualTo("/login/verify");
        assertThat(browser.sessionId()).isEqualTo(before);
        assertThat(location(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(location(browser.enterCode(app.code())))
                .as("the code was not spent by the refused form")
                .isEqualTo("/profile");
    }

    @Test
    void a_code_without_a_password_step_signs_nobody_in() {
        people.enrol(person);
        var token = browser.csrfTokenOn("login");

        assertThat(location(browser.post("/login/verify", Map.of("code", "123456", "_csrf", token))))
                .startsWith("/login");
        assertThat(location(browser.open("/profile"))).isEqualTo("/login");
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
    void an_empty_form_passes_no_step() {
        people.enrol(person);
        browser.logIn(person.email(), People.PASSWORD);

        browser.post("/login/verify", Map.of("_csrf", browser.csrfTokenOn("login/verify")));

        assertThat(location(browser.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void the_session_id_changes_after_each_step_and_the_old_ones_are_dead() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.open("/login");
        assertThat(browser.sessionId()).as("whoever only looks has no session").isEmpty();
        browser.logIn(person.email(), People.PASSWORD);
        var second = browser.sessionId();
        browser.enterCode(app.code());
        var third = browser.sessionId();

        assertThat(List.of(second, third)).doesNotHaveDuplicates().doesNotContain("");
        assertThat(location(browser.withSession(second).open("/profile"))).isEqualTo("/login?ended");
        assertThat(browser.withSession(third).open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void an_open_page_of_the_old_user_is_dead_after_somebody_else_signs_in_in_the_same_browser() {
        browser.logIn(person.email(), People.PASSWORD);
        var page = browser.loadPage("profile");
        var other = people.member();

        browser.logIn(other.email(), People.PASSWORD);

        assertThat(browser.navigateInside(page, "profile").body())
                .doesNotContain(person.email())
                .doesNotContain(other.email());
        assertThat(browser.show("profile").body()).contains(other.email());
    }

    @Test
    void one_users_code_step_cannot_finish_another_users_password_step() {
        var app = people.enrol(person);
        var other = people.member();
        people.enrol(other);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        browser.logIn(other.email(), People.PASSWORD);

        browser.enterCode(app.code());

        assertThat(location(browser.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void the_code_step_waits_five_minutes_and_then_begins_again_at_the_password() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        var token = browser.csrfTokenOn("login/verify");
        clock.advance(Duration.ofMinutes(5));

        assertThat(location(browser.post("/login/verify", Map.of("code", app.code(), "_csrf", token))))
                .startsWith("/login?ended");
        assertThat(location(browser.open("/profile"))).startsWith("/login").doesNotContain("verify");
    }

    @Test
    void the_count_of_wrong_codes_survives_a_new_session_and_a_new_password_step() {
        var app = people.enrol(person);
        clock.toNextStep();
        for (int i = 0; i < 5; i++) {
            var another = new Browser(port);
            another.logIn(person.email(), People.PASSWORD);
            another.enterCode("000000");
        }
        browser.logIn(person.email(), People.PASSWORD);

        browser.enterCode(app.code());

        assertThat(browser.show("login/verify").body()).contains("Too many wrong codes. Try again in 30 seconds.");
        assertThat(location(browser.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void wrong_passwords_do_not_touch_the_count_of_wrong_codes() {
        var app = people.enrol(person);
        clock.toNextStep();
        for (int i = 0; i < 8; i++) {
            new Browser(port).logIn(person.email(), "guess " + i);
        }
        clock.advance(Duration.ofHours(1));
        browser.logIn(person.email(), People.PASSWORD);

        assertThat(location(browser.enterCode(app.code()))).isEqualTo("/");
    }

    @Test
    void turning_two_factor_authentication_on_ends_every_other_session_at_its_next_request() {
        browser.logIn(person.email(), People.PASSWORD);
        var page = browser.loadPage("profile");
        people.enrol(person);

        assertThat(browser.navigateInside(page, "profile").body())
                .contains("sessionExpired")
                .doesNotContain(person.email());
        assertThat(location(browser.open("/profile"))).startsWith("/login");
    }

    @Test
    void an_ended_session_leads_to_a_login_page_that_says_so() {
        browser.logIn(person.email(), People.PASSWORD);
        people.enrol(person);

        assertThat(location(browser.open("/profile"))).isEqualTo("/login?ended");
    }

    @Test
    void a_disabled_user_is_out_at_the_next_request() {
        browser.logIn(person.email(), People.PASSWORD);
        jdbc.update("UPDATE users SET status = 'DISABLED' WHERE id = ?", person.id());

        assertThat(location(browser.open("/profile"))).startsWith("/login");
    }

    @Test
    void enforcement_leaves_those_signed_in_alone_and_asks_for_the_code_at_the_next_sign_in() {
        people.enrol(person);
        var unprotected = people.member();
        browser.logIn(unprotected.email(), People.PASSWORD);
        clock.advance(Duration.ofSeconds(1));
        jdbc.update("UPDATE account SET enforced_since = ?", Timestamp.from(clock.instant()));
        try {
            assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
            assertThat(location(new Browser(port).logIn(unprotected.email(), People.PASSWORD)))
                    .isEqualTo("/login/verify");
        } finally {
            jdbc.update("UPDATE account SET enforced_since = NULL");
        }
    }

    @Test
    void while_enforcement_is_on_the_profile_says_why_the_switch_cannot_be_turned_off() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode(app.code());
        jdbc.update("UPDATE account SET enforced_since = ?", Timestamp.from(clock.instant()));
        try {
            assertThat(browser.show("profile").body())
                    .contains("Your organisation requires it, so you can't turn it off.")
                    .contains("\"disabled\"");
        } finally {
            jdbc.update("UPDATE account SET enforced_since = NULL");
        }
        assertThat(browser.show("profile").body()).doesNotContain("\"disabled\"");
    }

    @Test
    void basic_authentication_is_ignored() {
        var credentials = Base64.getEncoder()
                .encodeToString(
                        (person.email() + ":" + People.PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(location(browser.withHeader("Authorization", "Basic " + credentials)
                        .open("/profile")))
                .isEqualTo("/login");
    }

    @Test
    void logging_out_ends_the_session() {
        browser.logIn(person.email(), People.PASSWORD);
        var session = browser.sessionId();

        assertThat(location(browser.post("/logout", Map.of("_csrf", browser.csrfTokenOn("profile")))))
                .isEqualTo("/login");
        assertThat(location(browser.withSession(session).open("/profile"))).isEqualTo("/login?ended");
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

        assertThat(jdbc.queryForList(
                        "SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY id", String.class, person.id()))
                .containsExactly(
                        "TWO_FACTOR_TURNED_ON",
                        "PASSWORD_REFUSED",
                        "CODE_REFUSED",
                        "SIGNED_IN",
                        "BROWSER_REMEMBERED",
                        "SIGNED_OUT");
    }

    private static String location(HttpResponse<String> answer) {
        return Browser.leadsTo(answer);
    }
}
