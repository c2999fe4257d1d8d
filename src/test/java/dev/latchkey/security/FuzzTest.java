package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.Browser;
import dev.latchkey.support.HostileRequests;
import dev.latchkey.support.LoggedInput;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.RawHttp;
import dev.latchkey.support.RawHttp.Answer;
import dev.latchkey.support.Rubbish;
import dev.latchkey.support.SignInLimits;
import dev.latchkey.support.StoredState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends rubbish to everything that a stranger can reach. Whatever it is, nothing breaks, nothing that is stored changes, no log
 * has a line that the stranger wrote, and people sign in as before. For a longer run by hand see {@link Rubbish}.
 */
@SecurityTest
@Tag("fuzz")
class FuzzTest {

    private static final int NOT_IMPLEMENTED = 501;
    private static final String LIVE_TOKEN = "A".repeat(43);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private SignInLimits limits;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;
    private RawHttp http;
    private Browser browser;
    private StoredState before;
    private LoggedInput log;

    @BeforeEach
    void aSessionAndALookAtWhatIsStored() {
        person = people.member();
        people.enrol(person);
        http = new RawHttp(port);
        browser = new Browser(port);
        browser.show("login");
        outbox.run();
        before = StoredState.of(jdbc);
        log = LoggedInput.listen();
    }

    @AfterEach
    void nothingHasChangedAndNothingIsInTheLog() {
        log.close();
        assertThat(log.findings()).isEmpty();
        assertThat(StoredState.of(jdbc)).isEqualTo(before);
        var member = people.member();
        assertThat(new Browser(port)
                        .logIn(member.email(), People.PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .as("people sign in as before")
                .contains("/");
        limits.forgetNetworks();
        people.remove(person);
        people.remove(member);
    }

    @Test
    void FUZZ_AC_V_26_the_form_of_the_password_step() {
        var token = browser.csrfTokenOn("login");
        Rubbish.often(80, rubbish -> {
            limits.forgetNetworks();
            assertHarmless(post(rubbish, "/login", List.of("username", "password", "remember-me"), token));
        });
    }

    @Test
    void FUZZ_PEER_44_the_form_of_the_code_step_without_and_with_the_password_step_before_it() {
        Rubbish.often(60, rubbish -> assertHarmless(post(rubbish, "/login/verify", List.of("code"), "no token")));
        var token = browser.csrfTokenOn("login");
        Rubbish.often(60, rubbish -> assertHarmless(post(rubbish, "/login/verify", List.of("code"), token)));
        browser.logIn(person.email(), People.PASSWORD);
        outbox.run();
        before = StoredState.of(jdbc);
        var half = browser.csrfTokenOn("login/verify");
        Rubbish.often(60, rubbish -> {
            var answer = post(rubbish, "/login/verify", List.of("code"), half);
            assertHarmless(answer);
            assertThat(answer.text()).doesNotContain("\r\nLocation: /\r\n");
        });
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void FUZZ_AC_V_26_the_sign_out() {
        Rubbish.often(60, rubbish -> assertHarmless(post(rubbish, "/logout", List.of("code"), rubbish.text(100))));
    }

    @Test
    void FUZZ_PEER_49_paths() {
        Rubbish.often(400, rubbish -> {
            var answer = http.send(
                    head(
                            rubbish.of(List.of("GET", "GET", "GET", "HEAD", "POST", "OPTIONS")),
                            HostileRequests.path(rubbish),
                            "text/html"),
                    new byte[0]);
            assertHarmless(answer);
            assertThat(answer.text()).doesNotContain("Location: http").doesNotContain("Location: //");
        });
    }

    @Test
    void FUZZ_PEER_42_links_with_a_token_that_nobody_was_sent() {
        Rubbish.often(100, rubbish -> {
            var token = rubbish.inPercent(50)
                    ? rubbish.formValue(200)
                    : LIVE_TOKEN.substring(rubbish.number(LIVE_TOKEN.length())) + rubbish.formValue(8);
            assertHarmless(http.send(
                    head(
                            "GET",
                            rubbish.of(List.of(
                                            "/setup/", "/signup/", "/reset-password/", "/unlock/", "/cancel-address/"))
                                    + token,
                            "text/html"),
                    new byte[0]));
        });
    }

    @Test
    void FUZZ_AC_V_26_the_forms_of_the_other_pages_for_strangers() {
        var token = browser.csrfTokenOn("login");
        for (var path :
                List.of("/setup/", "/signup/", "/reset-password/", "/unlock/", "/cancel-address/", "/reset-password")) {
            Rubbish.often(
                    40,
                    rubbish -> assertHarmless(post(
                            rubbish,
                            path.endsWith("/") ? path + LIVE_TOKEN : path,
                            List.of("name", "password", "code", "companyName", "email"),
                            token)));
        }
    }

    @Test
    void FUZZ_AC_V_26_what_strangers_send_in_the_words_of_vaadins_client() {
        Rubbish.often(150, rubbish -> assertHarmless(uidl(rubbish, HostileRequests.body(rubbish, ""))));
        bodiesThatNoClientSends();
    }

    @Test
    void FUZZ_AC_V_26_bodies_that_no_client_of_the_application_sends() {
        var member = people.member();
        browser.logIn(member.email(), People.PASSWORD);
        outbox.run();
        var open = browser.loadPage("no-such-page");
        before = StoredState.of(jdbc);
        Rubbish.often(150, rubbish -> assertHarmless(uidl(rubbish, HostileRequests.body(rubbish, open.body()))));
        bodiesThatNoClientSends();
    }

    private void bodiesThatNoClientSends() {
        assertHarmless(uidl(Rubbish.quoted("x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8)));
        assertHarmless(uidl("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        assertHarmless(uidl("{\"rpc\":".repeat(50_000).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void FUZZ_PEER_46_headers() {
        Rubbish.often(250, rubbish -> {
            var headers = IntStream.rangeClosed(0, rubbish.number(4))
                    .mapToObj(i -> HostileRequests.header(rubbish))
                    .collect(Collectors.joining("\r\n"));
            var target = rubbish.of(List.of(
                    "/login", "/profile", "/?v-r=init&location=login&query=", "/styles/latchkey.css", "/logout"));
            var answer = http.send(
                    rubbish.of(List.of("GET", "POST", "PUT", "TRACE", "BREW", "get", "PROPFIND")) + " " + target
                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers,
                    new byte[0]);
            assertHarmless(answer);
            assertThat(answer.text()).doesNotContain("Location: http").doesNotContain("evil.example/login");
        });
    }

    private Answer post(Rubbish rubbish, String path, List<String> fields, String token) {
        var form = new StringBuilder("_csrf=" + (rubbish.inPercent(60) ? token : rubbish.formValue(120)));
        for (var field : fields) {
            for (var times = rubbish.number(3); times > 0; times--) {
                form.append('&').append(rubbish.inPercent(90) ? field : rubbish.formValue(20));
                form.append('=').append(rubbish.formValue(rubbish.inPercent(5) ? 100_000 : 80));
            }
        }
        var body = rubbish.inPercent(90) ? form.toString().getBytes(StandardCharsets.ISO_8859_1) : rubbish.bytes(2_000);
        var type = rubbish.inPercent(80)
                ? "application/x-www-form-urlencoded"
                : rubbish.of(List.of(
                        "multipart/form-data; boundary=x",
                        "multipart/form-data",
                        "text/plain",
                        "application/json",
                        "x",
                        ";;",
                        "application/x-www-form-urlencoded; charset=none"));
        return http.send(
                head("POST", path, "text/html") + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length,
                body);
    }

    private Answer uidl(byte[] body) {
        return http.send(
                head("POST", "/?v-r=uidl&v-uiId=0", "*/*") + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length,
                body);
    }

    private Answer uidl(Rubbish rubbish, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var path = "/?v-r=" + rubbish.of(List.of("uidl", "uidl", "uidl", "heartbeat", "push", "init", "x"))
                + (rubbish.inPercent(80) ? "&v-uiId=" + rubbish.of(List.of("0", "1", "99", "-1", "x", "")) : "");
        return http.send(
                head("POST", path, "*/*") + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length,
                bytes);
    }

    private String head(String method, String path, String accepted) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + accepted
                + "\r\nCookie: " + browser.cookieHeader();
    }

    private static void assertHarmless(Answer answer) {
        // Not for the application: what Tomcat says to a coding of transfer that it does not know (RFC 9112, 6.1)
        assertThat(answer.status()).as(answer::text).matches(status -> status < 500 || status == NOT_IMPLEMENTED);
        assertSilent(answer.text());
    }

    private static void assertSilent(String text) {
        assertThat(text)
                .doesNotContain("Exception")
                .doesNotContain("dev.latchkey")
                .doesNotContain("org.springframework")
                .doesNotContain("org.apache")
                .doesNotContain("root:x:0")
                .doesNotContain("\r\nX-Forged");
    }
}
