package dev.latchkey.signin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.HandlerHelper;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.NotedStatements;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever somebody sees before their sign-in is complete is a plain page. */
@LatchkeyTest
class PlainPagesTest {

    private static final int LIGHT_BYTES = 40_000;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private MovableClock clock;

    @Autowired
    private NotedStatements statements;

    private Browser browser;
    private Person person;

    @BeforeEach
    void somebody() {
        browser = new Browser(port);
        person = people.member();
        clock.toNextStep();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/login?ended",
                "/reset-password",
                "/reset-password/x",
                "/unlock/x",
                "/confirm-address/x",
                "/cancel-address/x",
                "/signup/x",
                "/setup/x"
            })
    void FIELD_A4_whoever_only_looks_leaves_no_session_on_the_server_and_meets_no_vaadin(String path) {
        var page = browser.open(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(page.body()).doesNotContainIgnoringCase("vaadin");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe", "nonce");
    }

    @ParameterizedTest
    @MethodSource
    void FIELD_A4_what_vaadin_would_open_to_everybody_is_closed_and_leaves_no_session_on_the_server(String path) {
        people.enrol(person);
        var half = new Browser(port);
        half.logIn(person.email(), People.PASSWORD);
        // One that is not there; whatever else it may be takes a login
        var isFile = path.startsWith("/icons/");

        for (var someone : List.of(browser, half)) {
            for (var method : List.of("GET", "HEAD")) {
                var answer = someone.ask(method, path);
                assertThat(Browser.leadsTo(answer))
                        .as(method)
                        .isEqualTo(someone == half || isFile ? "(stays: 404)" : "/login");
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
                assertThat(answer.body()).doesNotContainIgnoringCase("vaadin");
            }
        }
    }

    static Stream<String> FIELD_A4_what_vaadin_would_open_to_everybody_is_closed_and_leaves_no_session_on_the_server() {
        return Stream.of(HandlerHelper.getPublicResources(), HandlerHelper.getPublicResourcesRequiringSecurityContext())
                .flatMap(Arrays::stream)
                .map(path -> path.replace("**", "x"))
                .filter(path -> !path.startsWith("/VAADIN/"));
    }

    @Test
    void behind_the_login_whoever_has_no_javascript_is_told_so_and_let_out() {
        browser.logIn(person.email(), People.PASSWORD);

        var notice = browser.open("/profile").body().replaceAll("(?s).*<noscript[^>]*>(.*)</noscript>.*", "$1");

        assertThat(notice).contains("This page needs JavaScript.", "action=\"/logout\"", ">Log out<");
        var token = notice.replaceAll("(?s).* value=\"([^\"]+)\".*", "$1");
        assertThat(Browser.leadsTo(browser.post("/logout", Map.of("_csrf", token))))
                .isEqualTo("/login");
        assertThat(Browser.leadsTo(browser.open("/profile"))).startsWith("/login");
    }

    @Test
    void FIELD_A8_braces_in_the_page_that_a_login_leads_to_are_no_variables() {
        browser.logIn(person.email(), People.PASSWORD);

        var answer = browser.open("/login?continue=/%7Bk1%7D%3Fq%3D%7Bk2%7D");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/{k1}?q={k2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/reset-password", "/reset-password/x", "/signup/x", "/setup/x"})
    void FIELD_A8_whoever_asks_for_the_head_of_a_page_alone_gets_it(String path) {
        assertThat(browser.ask("HEAD", path).statusCode()).isEqualTo(200);
    }

    @Test
    void FIELD_A4_the_login_page_with_all_that_it_loads_is_light() {
        var page = browser.open("/login").body();
        var files = List.of("/styles/tokens.css", "/styles/pages.css", "/scripts/pages.js", "/icons/latchkey.svg");

        assertThat(files).allSatisfy(file -> assertThat(page).contains(file));
        var bytes = page.getBytes(StandardCharsets.UTF_8).length
                + files.stream()
                        .mapToInt(file -> browser.open(file).body().getBytes(StandardCharsets.UTF_8).length)
                        .sum();
        assertThat(bytes).isLessThan(LIGHT_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?v-r=init&location=login&query=",
                "/?v-r=heartbeat&v-uiId=0",
                "/?v-r=push&v-uiId=0",
                "/VAADIN/dynamic/resource/0/0/x",
                "/VAADIN/push",
                "/vaadinServlet/",
                "/vaadinServlet/VAADIN/build/x",
                "/VAADIN/none"
            })
    void FIELD_A7_vaadins_servlet_is_out_of_reach_before_a_login_is_complete(String path) {
        people.enrol(person);
        var half = new Browser(port);
        half.logIn(person.email(), People.PASSWORD);

        assertThat(List.of(browser, half)).allSatisfy(one -> {
            var answer = one.ask("GET", path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        });
    }

    @Test
    void FIELD_A7_a_click_of_a_page_whose_session_has_ended_is_told_so_without_a_session() {
        browser.logIn(person.email(), People.PASSWORD);
        var open = browser.loadPage("profile");

        var withoutCookie = new Browser(port).navigateInside(open, "profile");
        var withAnOldOne = new Browser(port).withCookies("JSESSIONID=gone").navigateInside(open, "profile");

        assertThat(List.of(withoutCookie, withAnOldOne)).allSatisfy(answer -> {
            assertThat(answer.body()).contains("\"sessionExpired\":true");
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        });
    }

    @Test
    void static_files_ask_the_database_nothing_whoever_asks_for_them() {
        browser.logIn(person.email(), People.PASSWORD);
        statements.taken();

        assertThat(List.of("/styles/pages.css", "/icons/latchkey.svg", "/scripts/pages.js", "/aura/aura.css"))
                .allSatisfy(file -> assertThat(browser.open(file).statusCode()).isEqualTo(200));

        assertThat(statements.taken()).isEmpty();
    }

    @Test
    void FIELD_P1_the_second_click_is_answered_as_the_first_was_whatever_the_browser_kept_of_that() throws Exception {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        var form = Map.of("code", app.code(), "_csrf", browser.csrfTokenOn("login/verify"));
        var cookies = browser.cookieHeader();

        var answers =
                Parallel.times(4, () -> new Browser(port).withCookies(cookies).post("/login/verify", form));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(Browser.leadsTo(answer)).isEqualTo("/"));
        assertThat(answers.stream().map(PlainPagesTest::sessionIn)).containsOnly(sessionIn(answers.getFirst()));
        assertThat(new Browser(port)
                        .withCookies(sessionIn(answers.getLast()))
                        .open("/profile")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void FIELD_P1_a_recovery_code_sent_twice_by_one_form_is_used_once_and_lets_in() {
        people.enrol(person);
        var code = people.recoveryCodesOf(person).getFirst();
        browser.logIn(person.email(), People.PASSWORD);
        var form = Map.of("recoveryCode", code, "_csrf", browser.csrfTokenOn("login/recovery"));
        var cookies = browser.cookieHeader();

        var first = new Browser(port).withCookies(cookies).post("/login/recovery", form);
        var twin = new Browser(port).withCookies(cookies).post("/login/recovery", form);

        assertThat(Browser.leadsTo(first)).isEqualTo("/profile");
        assertThat(Browser.leadsTo(twin)).isEqualTo("/profile");
        assertThat(sessionIn(twin)).isEqualTo(sessionIn(first));
    }

    @Test
    void FIELD_P1_the_answer_to_one_browser_is_no_answer_to_another() {
        var app = people.enrol(person);
        clock.toNextStep();
        browser.logIn(person.email(), People.PASSWORD);
        var form = Map.of("code", app.code(), "_csrf", browser.csrfTokenOn("login/verify"));
        browser.post("/login/verify", form);

        var thief = new Browser(port).post("/login/verify", form);

        assertThat(Browser.leadsTo(thief)).startsWith("/login");
        assertThat(thief.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void FIELD_P2_a_login_page_that_was_open_beside_another_goes_on_where_the_session_is() {
        var stale = browser.csrfTokenOn("login");
        browser.logIn(person.email(), People.PASSWORD);

        var answer = browser.post(
                "/login",
                Map.of(
                        "username",
                        person.email(),
                        "password",
                        People.PASSWORD,
                        "continue",
                        "/profile?tab=two",
                        "_csrf",
                        stale));

        assertThat(answer.headers().firstValue("Location")).contains("/profile?tab=two");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void FIELD_P2_on_a_browser_that_two_people_use_nobody_ends_up_in_the_session_of_another() {
        var stale = browser.csrfTokenOn("login");
        browser.logIn(person.email(), People.PASSWORD);
        var other = people.member();

        var answer =
                browser.post("/login", Map.of("username", other.email(), "password", People.PASSWORD, "_csrf", stale));

        assertThat(Browser.leadsTo(answer)).isEqualTo("/login");
        assertThat(browser.show("login").body())
                .contains("Something has changed since you opened this page", "value=\"" + other.email() + "\"");
    }

    @Test
    void FIELD_P2_a_stale_form_of_a_stranger_keeps_the_address_and_says_what_happened() {
        browser.open("/login");

        var answer = browser.post(
                "/login", Map.of("username", "somebody@example.com", "password", "x", "continue", "/profile"));

        assertThat(answer.headers().firstValue("Location")).contains("/login?continue=%2Fprofile");
        assertThat(browser.open("/login?continue=%2Fprofile").body())
                .contains("value=\"somebody@example.com\"", "name=\"continue\" value=\"/profile\"")
                .doesNotContain("Your session has ended");
    }

    @Test
    void FIELD_P8_what_cannot_be_read_stays_in_the_field_and_what_can_be_does_not() {
        people.enrol(person);
        browser.logIn(person.email(), People.PASSWORD);

        browser.enterCode("12 34 5x");
        assertThat(browser.show("login/verify").body()).contains("value=\"12 34 5x\"");
        browser.enterCode("000000");
        assertThat(browser.show("login/verify").body()).doesNotContain("000000");
        browser.enterRecoveryCode("<0A1B>-2C3D");
        assertThat(browser.show("login/recovery").body()).contains("value=\"&lt;0A1B&gt;-2C3D\"");
    }

    @Test
    void a_refused_login_keeps_the_address_and_says_it_once() {
        browser.logIn("somebody@example.com", "wrong password");

        assertThat(browser.show("login").body()).contains("value=\"somebody@example.com\"", "role=\"alert\"");
        assertThat(browser.show("login").body()).doesNotContain("somebody@example.com", "role=\"alert\" class");
    }

    @Test
    void FIELD_P13_a_form_with_a_new_password_names_its_user_to_a_password_manager() {
        var page = browser.show("reset-password/" + links.tokenFor(person)).body();

        assertThat(page)
                .containsPattern("<input[^>]*autocomplete=\"username\"[^>]*value=\"" + person.email() + "\"")
                .containsPattern("<input[^>]*type=\"password\"[^>]*autocomplete=\"new-password\"");
    }

    @Test
    void the_language_is_offered_and_remembered_before_a_login() {
        assertThat(browser.show("login").body()).contains("lang=\"en\"", "language=de");

        assertThat(browser.open("/login?language=de&continue=%2Fprofile").body())
                .contains("lang=\"de\"", "Anmelden", "value=\"/profile\"");
        assertThat(browser.show("reset-password").body()).contains("lang=\"de\"");
        assertThat(browser.open("/login?language=en").body()).contains("lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/login?continue=/x",
                "/logout",
                "/x\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "profile",
                ""
            })
    void PEER_49_a_destination_is_a_page_of_ours_or_the_start_page(String destination) {
        var fields = new HashMap<String, String>();
        fields.put("username", person.email());
        fields.put("password", People.PASSWORD);
        fields.put("continue", destination);
        fields.put("_csrf", browser.csrfTokenOn("login"));

        assertThat(browser.post("/login", fields).headers().firstValue("Location"))
                .contains("/");
    }

    private static String sessionIn(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }
}
