package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.router.PreserveOnRefresh;
import com.vaadin.flow.server.Version;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.auth.RoutePathAccessChecker;
import com.vaadin.flow.shared.communication.PushMode;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AnotherNode;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Routes;
import dev.latchkey.user.access.Permission;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.SpringSecurityCoreVersion;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.util.ClassUtils;

/** How the frameworks are set up, and what they do then. */
@SecurityTest
class WiringTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Routes routes;

    @Autowired
    private NavigationAccessControl navigation;

    @Autowired
    private FilterChainProxy filters;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;
    private Browser browser;

    @BeforeEach
    void somebodySignedIn() {
        person = people.administrator();
        browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
    }

    @Test
    void AC_V_02_AC_V_23_in_production_mode_the_path_is_asked_at_every_navigation() {
        assertThat(routes.service().getDeploymentConfiguration().isProductionMode())
                .isTrue();
        assertThat(navigation.isEnabled()).isTrue();
        assertThat(navigation.hasAccessChecker(RoutePathAccessChecker.class)).isTrue();
    }

    @Test
    void AC_V_23_there_are_no_development_tools_and_no_start_without_production_mode() {
        assertThat(List.of(
                        "com.vaadin.base.devserver.DevModeHandlerManagerImpl",
                        "com.vaadin.copilot.Copilot",
                        "org.springframework.boot.devtools.restart.Restarter"))
                .noneMatch(name -> ClassUtils.isPresent(name, getClass().getClassLoader()));
        assertThat(catchThrowable(() -> AnotherNode.beside(environment, clock, "vaadin.productionMode=false")
                        .close()))
                .hasMessageContaining("VAADIN_PRODUCTIONMODE must stay true");
    }

    @Test
    void FIELD_O11_a_connection_is_given_up_within_two_minutes_but_not_while_it_may_wait_for_a_lock() {
        var limit = environment.getRequiredProperty(
                "spring.datasource.hikari.data-source-properties.socketTimeout", Integer.class);

        assertThat(limit / 1_000)
                .isGreaterThan(jdbc.queryForObject("SELECT @@innodb_lock_wait_timeout", Integer.class))
                .isLessThan(120);
    }

    @Test
    void AC_V_10_no_permission_can_spell_a_factor_neither_in_the_code_nor_in_the_database() {
        assertThat(Arrays.stream(Permission.values()).map(Enum::name)).noneMatch(name -> name.startsWith("FACTOR_"));
        var group = people.administratorGroup();

        assertThat(List.of("FACTOR_TOTP", "FACTOR_PASSWORD", "ROLE_ADMIN"))
                .allSatisfy(name -> assertThatExceptionOfType(DataAccessException.class)
                        .isThrownBy(() -> jdbc.update("INSERT INTO user_group_permission VALUES (?, ?)", group, name)));
    }

    @Test
    void AC_V_15_mail_is_composed_and_sent_by_a_thread_that_is_nobody_virtual_ones_included() throws Exception {
        var member = people.member();
        people.enrol(member);

        var sender = Thread.ofVirtual().start(() -> {
            SecurityContextHolder.clearContext();
            outbox.run();
        });
        sender.join();

        new Mailbox(member.email()).await(1, "authentication is on");
    }

    @Test
    void AC_V_16_there_is_no_push_whose_principal_could_be_stale() throws IOException {
        assertThat(routes.service().getDeploymentConfiguration().getPushMode()).isEqualTo(PushMode.DISABLED);
        assertThat(Product.CLASSES).noneMatch(type -> type.isAnnotatedWith(Push.class));
        assertThat(raw("GET /VAADIN/push?v-r=push&v-uiId=0 HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"))
                .doesNotStartWith("HTTP/1.1 101");
        assertThat(new Browser(port).ask("POST", "/?v-r=push&v-uiId=0").statusCode())
                .isEqualTo(403);
    }

    @Test
    void AC_V_17_PEER_35_nothing_personal_has_an_address_of_its_own() {
        var notUsed = List.of(
                "com.vaadin.flow.server.StreamResource",
                "com.vaadin.flow.server.streams.DownloadHandler",
                "com.vaadin.flow.server.streams.UploadHandler",
                "com.vaadin.flow.component.upload.Upload");

        assertThat(Product.CLASSES)
                .allSatisfy(type -> assertThat(type.getDirectDependenciesFromSelf())
                        .as(type.getName())
                        .noneMatch(
                                used -> notUsed.contains(used.getTargetClass().getName())));
        assertThat(browser.open("/VAADIN/dynamic/resource/0/0/qr-code.png").statusCode())
                .isEqualTo(404);
    }

    @Test
    void AC_V_19_no_view_outlives_a_reload() {
        assertThat(Product.CLASSES).noneMatch(type -> type.isAnnotatedWith(PreserveOnRefresh.class));
    }

    @Test
    void AC_V_20_a_request_from_a_page_takes_the_key_of_that_page() {
        assertThat(routes.service().getDeploymentConfiguration().isXsrfProtectionEnabled())
                .isTrue();
        var page = browser.loadPage("profile");
        assertThat(browser.navigateInside(page, "profile").body())
                .as("the control")
                .contains(person.email());

        var another = browser.loadPage("profile");
        assertThat(browser.rpc(another, "00000000-0000-0000-0000-000000000000", Browser.navigation("profile"))
                        .body())
                .doesNotContain(person.email());
    }

    @Test
    void AC_V_20_the_session_cookie_stays_with_https_and_away_from_scripts_and_other_sites() {
        assertThat(new Browser(port)
                        .logIn(person.email(), People.PASSWORD)
                        .headers()
                        .allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement()
                .asString()
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    void AC_V_25_of_the_actuator_nothing_is_there_but_health_without_details() {
        var stranger = new Browser(port);

        // The tests' clock is not the database's, and health says so
        assertThat(stranger.open("/actuator/health").body())
                .matches("\\{\"groups\":\\[\"liveness\",\"readiness\"],\"status\":\"(UP|DOWN)\"}");
        assertThat(stranger.open("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(List.of(
                        "",
                        "/health/database",
                        "/prometheus",
                        "/metrics",
                        "/env",
                        "/heapdump",
                        "/threaddump",
                        "/loggers",
                        "/mappings",
                        "/beans",
                        "/shutdown"))
                .allSatisfy(path -> {
                    assertThat(Browser.leadsTo(stranger.open("/actuator" + path)))
                            .as(path)
                            .isEqualTo("/login");
                    assertThat(browser.open("/actuator" + path).statusCode())
                            .as(path)
                            .isEqualTo(404);
                });
    }

    @Test
    void AC_V_25_an_address_that_is_no_page_is_denied_to_administrators_too() {
        assertThat(browser.open("/access-management/users").statusCode()).isEqualTo(200);
        assertThat(List.of(
                        "/api",
                        "/console",
                        "/h2-console",
                        "/swagger-ui.html",
                        "/WEB-INF/web.xml",
                        "/application.properties"))
                .allSatisfy(path ->
                        assertThat(browser.open(path).statusCode()).as(path).isEqualTo(404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/error",
                "/no-such-page",
                "/profile/..%2f..%2fetc",
                "/profile;x=1",
                "/?v-r=uidl&v-uiId=99999",
                "/?v-r=nonsense",
                "/VAADIN/dynamic/resource/0/x",
                "/signup/%00",
                "/login?error=%ff",
                "/styles/none.css"
            })
    void AC_V_26_no_answer_names_a_class_a_statement_or_a_version(String path) {
        assertThat(List.of(browser.open(path), browser.post(path, Map.of("x", "{"))))
                .allSatisfy(answer -> assertThat(answer.body())
                        .doesNotContain(
                                "Exception", "dev.latchkey", "org.spring", "com.vaadin.flow", "\tat ", "Tomcat"));
    }

    @Test
    void AC_V_26_a_request_that_is_none_is_answered_without_a_word_about_the_server() throws IOException {
        assertThat(raw("GET /\u0001 HTTP/1.1\r\n")).contains(" 400 ").doesNotContain("Tomcat", "Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "/%5Cevil.example", "/profile?next=https://evil.example"})
    void PEER_49_the_way_back_stays_on_this_site(String path) {
        var browser = new Browser(port);
        browser.open(path);

        assertThat(Browser.leadsTo(browser.logIn(person.email(), People.PASSWORD)))
                .startsWith("/")
                .doesNotStartWith("//")
                .doesNotStartWith("/\\");
    }

    @Test
    void AC_V_27_the_way_back_to_the_page_that_was_asked_for_names_no_host() throws IOException {
        var session = new Browser(port);
        session.open("/login");
        var answer = raw("GET /profile?tab=security HTTP/1.1\r\nAccept: text/html\r\nX-Forwarded-Host: evil.example\r\n"
                + "Cookie: " + session.cookieHeader() + "\r\n");
        assertThat(answer)
                .contains("Location: /login?continue=%2Fprofile%3Ftab%3Dsecurity\r\n")
                .doesNotContain("evil.example");
    }

    @Test
    void PEER_28_nothing_signs_a_browser_in_beyond_its_session() {
        var remembered = new Browser(port);
        var answer = remembered.post(
                "/login",
                Map.of(
                        "username",
                        person.email(),
                        "password",
                        People.PASSWORD,
                        "remember-me",
                        "on",
                        "_csrf",
                        remembered.csrfTokenOn("login")));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> !cookie.contains("Max-Age")
                        || cookie.contains("Max-Age=0")
                        || cookie.startsWith("__Host-latchkey-browser=")
                        // Which node began the session, and when; the same for everybody who logs in then
                        || cookie.matches("__Host-latchkey-node=[0-9a-f]{16}\\.\\d+\\.[01]{2};.*"));
        assertThat(filters.getFilterChains())
                .flatMap(chain -> chain.getFilters())
                .noneMatch(filter -> filter.getClass().getSimpleName().startsWith("RememberMe"));
    }

    @Test
    void PEER_06_PEER_50_PEER_54_no_dependency_is_older_than_the_repair_of_its_hole() throws IOException {
        assertThat(version(SpringSecurityCoreVersion.getVersion())).isGreaterThanOrEqualTo(version("7.0.5"));
        assertThat(version(Version.getFullVersion())).isGreaterThanOrEqualTo(version("25.0.2"));
        var angusMail =
                PropertiesLoaderUtils.loadAllProperties("META-INF/maven/org.eclipse.angus/angus-mail/pom.properties");
        assertThat(version(angusMail.getProperty("version"))).isGreaterThanOrEqualTo(version("2.0.4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/VAADIN/../profile",
                "/VAADIN/..;/profile",
                "/VAADIN/%2e%2e/profile",
                "/VAADIN//../profile",
                "/VAADIN/x/../../profile",
                "//profile",
                "/profile/",
                "/PROFILE",
                "/;x/profile"
            })
    void PEER_54_no_way_of_writing_a_path_takes_a_protected_page_for_an_open_one(String path) throws IOException {
        var protectedPerson = people.member();
        people.enrol(protectedPerson);
        var half = new Browser(port);
        half.logIn(protectedPerson.email(), People.PASSWORD);

        assertThat(raw("GET " + path + " HTTP/1.1\r\nAccept: text/html\r\nCookie: " + half.cookieHeader() + "\r\n"))
                .doesNotStartWith("HTTP/1.1 200")
                .doesNotContain(protectedPerson.email());
    }

    /** A request that Java's client would not send; without what ends its head. */
    private String raw(String head) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request = head.replaceFirst("\r\n", "\r\nHost: localhost\r\n")
                    + (head.contains("Connection:") ? "\r\n" : "Connection: close\r\n\r\n");
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var first = new byte[100_000];
            var length = socket.getInputStream().readNBytes(first, 0, head.contains("Connection:") ? 12 : first.length);
            return new String(first, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private static ModuleDescriptor.Version version(String text) {
        return ModuleDescriptor.Version.parse(text);
    }
}
