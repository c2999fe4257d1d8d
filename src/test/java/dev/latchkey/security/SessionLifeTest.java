package dev.latchkey.security;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.StoredSessions;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SecurityTest
class SessionLifeTest {

    private static final String SIGN_IN_ENDED = "/login?ended";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ServletContext servletContext;

    @Autowired
    private StoredSessions stored;

    private Browser browser;
    private Person person;

    @BeforeEach
    void newPersonAtNewBrowser() {
        browser = new Browser(port);
        person = people.member();
        clock.toNextStep();
    }

    @Test
    void AC_S_16_each_step_brings_a_new_session_id_and_the_earlier_ones_are_dead() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.open("/login?ended");
        assertThat(browser.sessionId())
                .as("there is none before the first step")
                .isEmpty();
        browser.logIn(person.email(), People.PASSWORD);
        var afterThePassword = browser.sessionId();
        browser.enterCode(app.code());
        var afterTheCode = browser.sessionId();

        assertThat(List.of(afterThePassword, afterTheCode))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(leadsTo(browser.withSession(afterThePassword).open("/profile")))
                .isEqualTo("/login?ended");
        assertThat(browser.withSession(afterTheCode).open("/profile").statusCode())
                .isEqualTo(200);
    }

    @Test
    void
            AC_S_16_the_cookie_is_kept_from_scripts_from_plain_http_and_from_other_sites_and_the_database_does_not_know_it() {
        var answer = browser.logIn(person.email(), People.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement()
                .asString()
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax");

        assertThat(stored.textOf(person)).contains("user_id=" + person.id()).doesNotContain(browser.sessionId());
    }

    @Test
    void AC_S_18_PEER_18_after_five_minutes_the_code_step_takes_no_code_and_a_reload_leads_to_the_password() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        var token = browser.csrfTokenOn("login/verify");
        clock.advance(Duration.ofMinutes(5));

        assertThat(leadsTo(browser.post("/login/verify", Map.of("code", app.code(), "_csrf", token))))
                .isEqualTo(SIGN_IN_ENDED);
        assertThat(leadsTo(browser.open("/login/verify"))).isEqualTo(SIGN_IN_ENDED);
        assertThat(leadsTo(browser.open("/profile"))).isEqualTo(SIGN_IN_ENDED);

        browser.logIn(person.email(), People.PASSWORD);
        clock.advance(Duration.ofMinutes(5));
        assertThat(leadsTo(browser.open("/login/verify"))).as("a reload").isEqualTo(SIGN_IN_ENDED);
    }

    @Test
    void AC_S_18_a_session_ends_twelve_hours_after_its_password_however_busy_it_is() {
        browser.logIn(person.email(), People.PASSWORD);
        for (var quarter = 1; quarter < 12 * 4; quarter++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
        }
        var page = browser.loadPage("profile");
        clock.advance(Duration.ofMinutes(15));

        assertThat(browser.navigateInside(page, "profile").body()).contains("sessionExpired");
        assertThat(leadsTo(browser.open("/profile"))).startsWith("/login");
    }

    @Test
    void AC_S_18_a_session_that_nobody_uses_ends_after_half_an_hour_although_its_page_sends_heartbeats() {
        browser.logIn(person.email(), People.PASSWORD);
        var page = browser.loadPage("profile");
        for (var minutes = 5; minutes < 30; minutes += 5) {
            clock.advance(Duration.ofMinutes(5));
            assertThat(heartbeat()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(5));

        assertThat(heartbeat()).isEqualTo(403);
        assertThat(browser.navigateInside(page, "profile").body()).contains("sessionExpired");
        assertThat(leadsTo(browser.open("/profile"))).startsWith("/login");
    }

    @Test
    void AC_S_18_the_server_itself_keeps_no_session_longer_than_that() {
        assertThat(servletContext.getSessionTimeout()).isEqualTo(30);
    }

    private int heartbeat() {
        return browser.post("/?v-r=heartbeat&v-uiId=0", Map.of()).statusCode();
    }
}
