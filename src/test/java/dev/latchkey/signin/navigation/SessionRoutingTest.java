package dev.latchkey.signin.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailProperties;
import dev.latchkey.support.AnotherNode;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.RawHttp;
import dev.latchkey.support.RawRequest;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Two nodes behind a load balancer that doesn't keep a browser at one of them. */
@LatchkeyTest
class SessionRoutingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment environment;

    @Test
    void FIELD_O10_a_login_that_is_continued_on_another_node_ends_at_a_page_that_says_why() {
        var member = people.member();
        var protectedMember = people.member();
        people.enrol(protectedMember);
        try (var node = AnotherNode.beside(environment, clock)) {
            var here = Browser.atTheCodeStep(port, protectedMember);
            var there = new Browser(node.port()).withCookies(here.cookieHeader());

            var answer = there.open("/login/verify");

            assertThat(Browser.leadsTo(answer)).isEqualTo("/login?lost");
            assertThat(there.open("/login?lost").body())
                    .contains("Your login was lost", "may have been restarted", "sticky sessions", ">Log in again<")
                    .doesNotContain("name=\"password\"");
            assertThat(here.open("/login?lost").body()).contains("Your login was lost");

            var unprotected = new Browser(port);
            unprotected.logIn(member.email(), People.PASSWORD);
            assertThat(Browser.leadsTo(new Browser(node.port())
                            .withCookies(unprotected.cookieHeader())
                            .open("/")))
                    .isEqualTo("/login?lost");
        }
    }

    @Test
    void FIELD_O10_a_restart_is_told_from_a_load_balancer_until_the_next_login_is_lost_too() {
        var cookies = new PageCookies(new MailProperties(
                URI.create("http://localhost"), new MailProperties.Sender("a@example.com", null, null, null)));
        var first = new SessionRouting(cookies, clock);
        var second = new SessionRouting(cookies, clock);

        var begun = begin(first, new Cookie[0]);
        assertThat(isLostAt(first, begun)).isFalse();
        assertThat(isLostAt(second, begun)).as("at once").isTrue();
        clock.advance(SessionRouting.REDIRECT.plusSeconds(1));
        var found = new MockHttpServletResponse();
        assertThat(isLostAt(second, begun, found)).as("as after a restart").isFalse();
        assertThat(isLostAt(second, found.getCookies()))
                .as("by the same page again")
                .isFalse();

        var again = begin(first, found.getCookies());
        clock.advance(SessionRouting.REDIRECT.plusSeconds(1));
        assertThat(isLostAt(second, again)).as("after another login").isTrue();

        var undisturbed = begin(second, begin(first, begun));
        clock.advance(SessionRouting.REDIRECT.plusSeconds(1));
        assertThat(isLostAt(first, undisturbed))
                .as("after a login that went well")
                .isFalse();
    }

    private static Cookie[] begin(SessionRouting node, Cookie[] sent) {
        var request = new MockHttpServletRequest();
        request.setCookies(sent);
        var response = new MockHttpServletResponse();
        node.begin(request, response);
        return response.getCookies();
    }

    private static boolean isLostAt(SessionRouting node, Cookie[] sent) {
        return isLostAt(node, sent, new MockHttpServletResponse());
    }

    private static boolean isLostAt(SessionRouting node, Cookie[] sent, MockHttpServletResponse response) {
        var request = new MockHttpServletRequest();
        request.setCookies(sent);
        node.checkLost(request, response);
        return SessionRouting.isLost(request);
    }

    @Test
    void FIELD_O10_a_browser_that_keeps_no_cookies_is_told_so() {
        var answer = RawRequest.form("/login", "username=a%40example.com&password=x&_csrf=y")
                .sendTo(new RawHttp(port));

        assertThat(answer.text()).contains("\r\nLocation: /login?cookies\r\n");
        assertThat(new Browser(port).open("/login?cookies").body())
                .contains("Cookies are blocked")
                .doesNotContain("name=\"password\"");
    }
}
