package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AnotherNode;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Cable;
import dev.latchkey.support.DatabaseOwner;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.lockout.PasswordAttempts;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that refuses, or is gone: never a sign-in, never a stack trace, and well again by itself. */
@SecurityTest
@ExtendWith(OutputCaptureExtension.class)
class DatabaseFaultsTest {

    /** The spending of a code, the counting of an attempt. */
    private static final Map<String, String> ACTIONS = Map.of(
            "spending", "NEW.last_step > OLD.last_step",
            "counting", "NEW.wrong_codes > OLD.wrong_codes");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private PasswordAttempts passwords;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithAnUnspentCode() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
    }

    @AfterEach
    void mend() {
        owner().execute("DROP TRIGGER IF EXISTS fault");
        owner().execute("DROP SEQUENCE IF EXISTS faults");
    }

    @ParameterizedTest
    @CsvSource({
        "spending, 1020, HY000", "spending, 1205, HY000", "spending, 1213, 40001",
        "counting, 1020, HY000", "counting, 1205, HY000", "counting, 1213, 40001"
    })
    void AC_D_02_a_lost_race_is_run_again_up_to_three_times(String action, int code, String state) {
        fail("enrolment", "UPDATE", ACTIONS.get(action), 3, code, state);
        var browser = Browser.atTheCodeStep(port, person);

        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"spending, 1020, HY000", "spending, 1213, 40001", "counting, 1020, HY000", "counting, 1205, HY000"})
    void AC_D_02_AC_S_25_after_that_nobody_is_let_in(String action, int code, String state) {
        fail("enrolment", "UPDATE", ACTIONS.get(action), 4, code, state);
        var browser = Browser.atTheCodeStep(port, person);

        assertIsPlainError(browser.enterCode(app.code()));
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        mend();
        assertThat(Browser.leadsTo(browser.enterCode(app.code())))
                .as("the code was not spent by what failed")
                .isEqualTo("/profile");
    }

    @Test
    void AC_D_02_what_is_no_lost_race_is_not_run_again() {
        fail("enrolment", "UPDATE", ACTIONS.get("spending"), 1, 1114, "HY000");
        var browser = Browser.atTheCodeStep(port, person);

        assertIsPlainError(browser.enterCode(app.code()));
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
    }

    @Test
    void AC_D_02_the_count_of_wrong_passwords_is_run_again_too() {
        var email = new EmailAddress(person.email());
        fail("password_attempt", "INSERT", "TRUE", 3, 1213, "40001");

        assertThat(passwords.take(email)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "SELECT wrong_passwords FROM password_attempt WHERE email_hash = UNHEX(SHA2(?, 256))",
                        Integer.class,
                        person.email()))
                .isOne();
    }

    @Test
    void AC_D_02_what_has_left_is_noted_as_sent_although_the_note_has_lost_a_race() {
        fail("outbox_message", "UPDATE", "NEW.status = 'SENT'", 3, 1213, "40001");
        var newcomer = people.member();
        people.enrol(newcomer);

        outbox.run();

        assertThat(outbox.statusesTo(newcomer)).containsOnly("SENT");
    }

    @Test
    void AC_S_25_AC_V_09_while_the_database_is_gone_nobody_gets_in_or_further_and_afterwards_everybody_does()
            throws Exception {
        var url = environment.getRequiredProperty("spring.datasource.url");
        var server = URI.create(url.substring("jdbc:".length()));
        try (var cable = new Cable(server.getPort());
                var node = AnotherNode.beside(
                        environment,
                        clock,
                        "spring.datasource.url=" + url.replace(":" + server.getPort(), ":" + cable.port()),
                        "spring.datasource.hikari.connection-timeout=1500")) {
            var stranger = new Browser(node.port());
            var form = Map.of(
                    "username", person.email(), "password", People.PASSWORD, "_csrf", stranger.csrfTokenOn("login"));
            var half = Browser.atTheCodeStep(node.port(), person);
            var code = Map.of("code", app.code(), "_csrf", half.csrfTokenOn("login/verify"));
            var unprotected = people.member();
            var full = new Browser(node.port());
            full.logIn(unprotected.email(), People.PASSWORD);
            var open = full.loadPage("profile");
            cable.pull();

            assertSaysUnavailable(stranger.post("/login", form));
            assertSaysUnavailable(half.post("/login/verify", code));
            assertSaysUnavailable(half.open("/profile"));
            assertSaysUnavailable(full.open("/profile"));
            // Spring MVC took the broken connection for one to the client, and answered with nothing and 200
            assertSaysUnavailable(stranger.open("/signup/some-token"));
            assertSaysUnavailable(stranger.submit("reset-password", Map.of("username", person.email())));
            assertThat(full.navigateInside(open, "profile").body()).doesNotContain(unprotected.email());

            cable.plugIn();
            await().until(() -> full.open("/profile").statusCode() == 200);
            assertThat(Browser.leadsTo(stranger.open("/profile"))).isEqualTo("/login");
            assertThat(Browser.leadsTo(half.open("/profile"))).isEqualTo("/login/verify");
            assertThat(Browser.leadsTo(half.enterCode(app.code()))).isEqualTo("/profile");
        }
    }

    @Test
    void FIELD_O11_while_the_database_takes_no_changes_the_login_says_so_and_works_again_by_itself() {
        fail("password_attempt", "INSERT", "TRUE", 1, 1290, "HY000");
        var unprotected = people.member();
        var browser = new Browser(port);

        assertSaysUnavailable(browser.logIn(unprotected.email(), People.PASSWORD));

        assertThat(Browser.leadsTo(browser.logIn(unprotected.email(), People.PASSWORD)))
                .isEqualTo("/");
    }

    /** By a table that nobody can read: the rule itself fails, and with it whoever asks it. */
    @Test
    void AC_V_09_where_the_one_rule_cannot_be_looked_up_nobody_passes() {
        var browser = Browser.atTheCodeStep(port, person);
        owner().execute("RENAME TABLE enrolment TO enrolment_away");
        try {
            assertIsPlainError(browser.open("/profile"));
            assertIsPlainError(browser.loadPage("profile"));
        } finally {
            owner().execute("RENAME TABLE enrolment_away TO enrolment");
        }
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/profile");
    }

    @Test
    void AC_D_04_a_count_tells_the_rows_that_matched_not_those_that_were_different_before() {
        assertThat(environment.getProperty("spring.datasource.hikari.data-source-properties.useAffectedRows"))
                .isEqualTo("false");
        assertThat(jdbc.update("UPDATE users SET name = name WHERE id = ?", person.id()))
                .isOne();
    }

    @Test
    void AC_D_05_a_server_that_cannot_share_the_outbox_is_refused_at_the_start(
            @TempDir Path state, CapturedOutput output) throws Exception {
        try (var unfit = EmbeddedMariaDb.start(
                Path.of("target", "mariadb"), state, "--log-bin=log", "--binlog-format=STATEMENT")) {
            var address = unfit.jdbcUrl("latchkey_unfit");
            var url = "spring.datasource.url=" + address;

            assertThatExceptionOfType(BeansException.class)
                    .isThrownBy(
                            () -> AnotherNode.beside(environment, clock, url).close());
            var owner = new JdbcTemplate(
                    new DriverManagerDataSource(address, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER));
            assertThat(owner.queryForList("SHOW TABLES")).isEmpty();
        }
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The database writes its binary log by statement. Set binlog_format to MIXED or ROW.")
                .contains("Change the server's settings, or set SPRING_DATASOURCE_URL to another server.");
    }

    private JdbcTemplate owner() {
        return DatabaseOwner.of(environment);
    }

    /** Lets the database itself refuse that often; what a transaction has drawn from a sequence is not rolled back. */
    private void fail(String table, String event, String condition, int times, int code, String state) {
        owner().execute("CREATE SEQUENCE faults");
        owner().execute("""
                CREATE TRIGGER fault BEFORE %s ON %s FOR EACH ROW
                IF %s THEN
                  IF NEXT VALUE FOR faults <= %d THEN
                    SIGNAL SQLSTATE '%s' SET MYSQL_ERRNO = %d, MESSAGE_TEXT = 'lost a race for latchkey.enrolment';
                  END IF;
                END IF
                """.formatted(event, table, condition, times, state, code));
    }

    private static void assertSaysUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Temporarily unavailable", "so nobody can log in");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertTellsNothing(answer);
    }

    private static void assertIsPlainError(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertTellsNothing(answer);
    }

    private static void assertTellsNothing(HttpResponse<String> answer) {
        assertThat(answer.body())
                .doesNotContain("Exception", "SQL", "lost a race", "dev.latchkey", "\tat ", "jdbc", "org.spring");
    }
}
