package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AnotherNode;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Chromium;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** What one node knows the other knows too, and the next one after a restart. */
@SecurityTest
class TwoNodesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment environment;

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithAnUnspentCode() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
    }

    @Test
    void PEER_14_PEER_55_limits_and_spent_codes_hold_across_nodes_and_a_restart() {
        var spent = app.code();
        var other = people.member();
        var unguarded = people.member();
        var othersApp = people.enrol(other);
        clock.toNextStep();
        var waiting = othersApp.code();
        try (var node = AnotherNode.beside(environment, clock)) {
            assertThat(enterCode(node.port(), person, spent)).isEqualTo("/");
            for (var i = 0; i < 5; i++) {
                assertThat(enterCode(i % 2 == 0 ? port : node.port(), other, "000000"))
                        .isEqualTo("/login/verify?error");
                new Browser(i % 2 == 0 ? port : node.port()).logIn(unguarded.email(), "wrong password");
            }
            assertThat(enterCode(port, person, spent)).isEqualTo("/login/verify?error");
            assertThat(enterCode(port, other, waiting)).isEqualTo("/login/verify?error");
            assertThat(Browser.leadsTo(new Browser(port).logIn(unguarded.email(), People.PASSWORD)))
                    .isEqualTo("/login?error");
        }
        try (var restarted = AnotherNode.beside(environment, clock)) {
            assertThat(enterCode(restarted.port(), person, spent)).isEqualTo("/login/verify?error");
            assertThat(enterCode(restarted.port(), other, waiting)).isEqualTo("/login/verify?error");
            assertThat(Browser.leadsTo(new Browser(restarted.port()).logIn(unguarded.email(), People.PASSWORD)))
                    .isEqualTo("/login?error");
            clock.toNextStep();
            assertThat(enterCode(restarted.port(), person, app.code()))
                    .as("the control")
                    .isEqualTo("/");
        }
    }

    @Test
    void AC_V_14_the_sign_in_goes_through_a_server_with_one_thread_although_the_page_talks_meanwhile() {
        try (var node = AnotherNode.beside(
                        environment,
                        clock,
                        "server.tomcat.threads.max=1",
                        "server.tomcat.threads.min-spare=1",
                        "latchkey.public-url=http://localhost");
                var chromium = new Chromium();
                var context = chromium.before("http://localhost:" + node.port())) {
            var page = context.newPage();
            page.navigate("/profile");
            page.getByLabel("Email").fill(person.email());
            page.getByLabel("Password").fill(People.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/login/verify"));
            page.getByLabel("Authentication code").fill(app.code());
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/profile"));

            page.getByText(person.email()).first().waitFor();
            assertThat(page.url()).endsWith("/profile");
        }
    }

    private static String enterCode(int where, Person whose, String code) {
        var browser = new Browser(where);
        browser.logIn(whose.email(), People.PASSWORD);
        return Browser.leadsTo(browser.enterCode(code));
    }
}
