package dev.latchkey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class ResponseHeadersTest {

    @LocalServerPort
    private int port;

    @Test
    void every_class_of_response_is_protected() {
        var browser = new Browser(port);
        var page = browser.loadPage("login");

        assertProtected(page);
        assertProtected(browser.open("/login"));
        assertProtected(browser.open("/profile"));
        assertProtected(browser.navigateInside(page, "login"));
        assertProtected(browser.open("/no-such-page"));
        assertProtected(browser.open("/error"));
        assertProtected(browser.open("/VAADIN/dynamic/resource/0/0/x"));
        assertProtected(browser.open("/styles/latchkey.css"));
    }

    @Test
    void nothing_that_holds_a_persons_data_is_stored_by_a_browser_or_proxy() {
        var browser = new Browser(port);
        var page = browser.loadPage("login");

        assertNotStored(page);
        assertNotStored(browser.open("/login"));
        assertNotStored(browser.open("/profile"));
        assertNotStored(browser.navigateInside(page, "login"));
    }

    @Test
    void the_session_cookie_stays_with_https_and_away_from_scripts_and_other_sites() {
        var cookie = new Browser(port)
                .open("/profile")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie).contains("; Secure").contains("; HttpOnly").contains("; SameSite=Lax");
    }

    @Test
    void no_redirect_follows_a_forged_host() {
        var browser = new Browser(port).withHeader("X-Forwarded-Host", "evil.example");

        assertThat(browser.open("/profile").headers().firstValue("Location")).contains("/login");
    }

    @Test
    void an_error_shows_no_trace_and_no_class() {
        var answer = new Browser(port).open("/error");

        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("dev.latchkey")
                .doesNotContain("\tat ");
    }

    private static void assertProtected(HttpResponse<String> response) {
        assertThat(response.headers().map())
                .as(response.uri().toString())
                .containsKeys(
                        "x-content-type-options", "content-security-policy", "referrer-policy", "permissions-policy");
        assertThat(response.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
                .contains("frame-ancestors 'none'");
    }

    private static void assertNotStored(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("cache-control").orElse(""))
                .as(response.uri().toString())
                .contains("no-store");
    }
}
