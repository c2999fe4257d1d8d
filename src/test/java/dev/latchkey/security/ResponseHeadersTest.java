package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SecurityTest
class ResponseHeadersTest {

    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=]{22,})'");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    private Browser stranger;
    private Browser member;

    @BeforeEach
    void someSignedInAndSomeNot() {
        stranger = new Browser(port);
        member = new Browser(port);
        var person = people.member();
        var app = people.enrol(person);
        clock.toNextStep();
        member.logIn(person.email(), People.PASSWORD);
        member.enterCode(app.code());
    }

    @Test
    void AC_S_22_AC_V_21_every_class_of_response_has_every_header() {
        assertThat(everyClassOfResponse())
                .allSatisfy((what, response) -> assertThat(response.headers().map())
                        .as(what)
                        .containsEntry("x-content-type-options", List.of("nosniff"))
                        .containsEntry("x-frame-options", List.of("DENY"))
                        .containsEntry("referrer-policy", List.of("no-referrer"))
                        .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                        .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                        .containsEntry("strict-transport-security", List.of("max-age=31536000"))
                        .containsKey("permissions-policy"));
    }

    @Test
    void AC_S_22_nothing_that_depends_on_a_session_is_stored_by_a_browser_or_proxy() {
        assertThat(everyClassOfResponse()).allSatisfy((what, response) -> {
            if (!what.startsWith("static")) {
                assertThat(response.headers().firstValue("cache-control").orElse(""))
                        .as(what)
                        .contains("no-store");
            }
        });
    }

    @Test
    void AC_V_22_no_response_can_be_framed_and_only_pages_may_have_scripts() {
        assertThat(everyClassOfResponse()).allSatisfy((what, response) -> {
            assertThat(policyOf(response))
                    .as(what)
                    .startsWith("default-src 'none'; ")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("'unsafe-inline'")
                    .doesNotContain("'unsafe-eval'");
            if (!what.startsWith("page")) {
                assertThat(policyOf(response))
                        .as(what)
                        .doesNotContain("script-src")
                        .contains("form-action 'none'");
            }
        });
    }

    @Test
    void AC_V_22_each_page_has_a_nonce_of_its_own_on_all_its_scripts_and_styles() {
        var nonces = IntStream.range(0, 20)
                .mapToObj(i -> nonceOf(member.open("/profile")))
                .toList();

        assertThat(nonces).doesNotHaveDuplicates();
        var page = member.open("/profile");
        assertThat(Pattern.compile("<(?:script|style)\\b[^>]*>")
                        .matcher(page.body())
                        .results()
                        .map(tag -> tag.group()))
                .hasSizeGreaterThan(3)
                .allSatisfy(tag -> assertThat(tag).contains(" nonce=\"" + nonceOf(page) + "\""));
    }

    @Test
    void AC_S_22_the_session_cookie_stays_with_https_and_away_from_scripts_and_other_sites() {
        var browser = new Browser(port);
        var cookies = new ArrayList<>(browser.open("/login").headers().allValues("Set-Cookie"));
        cookies.addAll(browser.logIn(people.member().email(), People.PASSWORD)
                .headers()
                .allValues("Set-Cookie"));

        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("__Host-"))
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Secure")
                        .contains("; HttpOnly")
                        .contains("; SameSite=Lax"));
    }

    @Test
    void PEER_46_no_redirect_follows_a_forged_host() {
        assertThat(Stream.of("X-Forwarded-Host", "X-Forwarded-Server", "Forwarded")
                        .map(header -> new Browser(port)
                                .withHeader(header, "host=evil.example")
                                .open("/profile")
                                .headers()
                                .firstValue("Location")
                                .orElseThrow()))
                .containsOnly("/login?continue=%2Fprofile");
    }

    @Test
    void AC_V_26_an_error_shows_no_trace_and_no_class() {
        assertThat(Stream.of(
                        member.open("/no-such-page"),
                        stranger.ask("PUT", "/login"),
                        stranger.open("/VAADIN/dynamic/resource/0/0/x")))
                .allSatisfy(answer -> assertThat(answer.body())
                        .doesNotContain("Exception")
                        .doesNotContain("dev.latchkey")
                        .doesNotContain("org.springframework")
                        .doesNotContain("\tat "));
    }

    @Test
    void AC_V_26_the_page_of_errors_is_no_page_of_its_own() {
        assertThat(Browser.leadsTo(stranger.open("/error"))).isEqualTo("/login");
        assertThat(member.open("/error").statusCode()).isEqualTo(404);
    }

    private Map<String, HttpResponse<String>> everyClassOfResponse() {
        var responses = new LinkedHashMap<String, HttpResponse<String>>();
        responses.put("page", stranger.open("/login"));
        responses.put("page of a member", member.open("/profile"));
        responses.put("page behind a link", stranger.open("/signup/no-such-token"));
        var init = member.loadPage("profile");
        responses.put("init", init);
        responses.put("uidl", member.navigateInside(init, "profile"));
        responses.put("heartbeat", member.heartbeat(init));
        responses.put("heartbeat of nothing", stranger.ask("POST", "/?v-r=heartbeat&v-uiId=77"));
        responses.put("404 of a dynamic resource", member.open("/VAADIN/dynamic/resource/0/0/x"));
        responses.put("redirect", stranger.open("/profile"));
        responses.put("refused form", stranger.post("/login", Map.of("username", "x", "password", "y")));
        responses.put("403", member.open("/no-such-page"));
        responses.put("403 of a method", stranger.ask("PUT", "/login"));
        responses.put("404 where no file is", stranger.open("/styles/no-such-style.css"));
        responses.put("method that nobody uses", stranger.ask("OPTIONS", "/styles/latchkey.css"));
        responses.put("health", stranger.open("/actuator/health"));
        responses.put("static style", stranger.open("/styles/latchkey.css"));
        responses.put("static icon", stranger.open("/icons/latchkey.svg"));
        responses.put("static part of the bundle", stranger.open(bundleOf(responses.get("page of a member"))));
        assertThat(responses.get("static part of the bundle").statusCode()).isEqualTo(200);
        return responses;
    }

    private static String bundleOf(HttpResponse<String> page) {
        var bundle =
                Pattern.compile("src=\"\\.(/VAADIN/build/indexhtml[^\"]+)\"").matcher(page.body());
        assertThat(bundle.find()).isTrue();
        return bundle.group(1);
    }

    private static String policyOf(HttpResponse<String> response) {
        assertThat(response.headers().allValues("content-security-policy")).hasSize(1);
        return response.headers().firstValue("content-security-policy").orElseThrow();
    }

    private static String nonceOf(HttpResponse<String> page) {
        var nonce = NONCE.matcher(policyOf(page));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }
}
