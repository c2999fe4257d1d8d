package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.Browser;
import dev.latchkey.support.ImportedClasses;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@SecurityTest
class AuditTrailTest {

    @LocalServerPort
    private int port;

    @Value("${spring.datasource.url}")
    private String jdbcUrl;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private SealPump seals;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"audit_entry", "audit_seal"})
    void AC_S_21_the_applications_own_database_user_can_append_and_nothing_else(String table) {
        trail.record(AuditAction.SIGNED_OUT, null, null, "somebody");
        seals.sealAll();
        var triggers = "DROP TRIGGER " + table + "_no_";

        for (var attempt : List.of(
                "UPDATE " + table + " SET id = id + 1000000 ORDER BY id DESC LIMIT 1",
                "DELETE FROM " + table + " ORDER BY id DESC LIMIT 1",
                "REPLACE INTO " + table + " SELECT * FROM " + table + " ORDER BY id DESC LIMIT 1",
                "TRUNCATE TABLE " + table,
                "DROP TABLE " + table,
                "RENAME TABLE " + table + " TO elsewhere",
                "ALTER TABLE " + table + " ADD COLUMN mine INT",
                triggers + "update",
                triggers + "delete")) {
            assertThatExceptionOfType(DataAccessException.class).as(attempt).isThrownBy(() -> jdbc.execute(attempt));
        }
    }

    @Test
    void FIELD_A14_the_applications_own_database_user_does_not_date_an_entry() {
        for (var clock : List.of("DEFAULT", "1577836800")) {
            jdbc.execute((Connection session) -> {
                try (var statement = session.createStatement()) {
                    statement.execute("SET timestamp = " + clock);
                    try {
                        statement.execute("INSERT INTO audit_entry (occurred_at, recorded_at, action, detail)"
                                + " VALUES ('2020-01-01', '2020-01-01', 'SIGNED_OUT', 'dated back " + clock + "')");
                    } finally {
                        statement.execute("SET timestamp = DEFAULT");
                    }
                }
                return null;
            });
            assertThat(jdbc.queryForObject(
                            "SELECT GREATEST(ABS(TIMESTAMPDIFF(SECOND, recorded_at, UTC_TIMESTAMP())),"
                                    + " ABS(TIMESTAMPDIFF(SECOND, occurred_at, UTC_TIMESTAMP())))"
                                    + " FROM audit_entry WHERE detail = ?",
                            Integer.class,
                            "dated back " + clock))
                    .as(clock)
                    .isLessThan(60);
        }
    }

    @Test
    void AC_S_21_not_even_the_owner_of_the_tables_changes_an_entry_by_mistake() {
        trail.record(AuditAction.SIGNED_OUT, null, null, "somebody");
        var owner =
                new JdbcTemplate(new DriverManagerDataSource(jdbcUrl, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER));

        for (var attempt : List.of("UPDATE audit_entry SET subject = ''", "DELETE FROM audit_entry")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> owner.update(attempt))
                    .havingRootCause()
                    .withMessageContaining("An entry of the audit trail is never");
        }
    }

    @Test
    void AC_S_21_every_kind_of_event_is_recorded_by_something() {
        var recorded = ImportedClasses.ofProduct().stream()
                .filter(type -> !type.getPackageName().endsWith(".ui.access"))
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET)
                .filter(access -> access.getTargetOwner().isEquivalentTo(AuditAction.class))
                .filter(access -> !access.getOriginOwner().isEquivalentTo(AuditAction.class))
                .map(JavaFieldAccess::getName)
                .collect(Collectors.toSet());

        assertThat(recorded)
                .containsAll(Arrays.stream(AuditAction.values()).map(Enum::name).toList());
    }

    @Test
    void AC_S_21_each_step_of_a_sign_in_leaves_its_line_which_names_the_factor() {
        var person = people.member();
        var app = people.enrol(person);
        clock.toNextStep();
        var browser = new Browser(port);
        browser.logIn(person.email(), "not-the-password");
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode("000000");
        browser.enterCode(app.code());
        browser.post("/logout", Map.of("_csrf", browser.csrfTokenOn("profile")));

        assertThat(linesAbout(person))
                .containsExactly(
                        "TWO_FACTOR_TURNED_ON " + person.id() + " []",
                        "PASSWORD_REFUSED null []",
                        "CODE_REFUSED null []",
                        "SIGNED_IN " + person.id() + " [FACTOR_PASSWORD, FACTOR_TOTP]",
                        "BROWSER_REMEMBERED " + person.id() + " []",
                        "SIGNED_OUT " + person.id() + " []");
        assertThat(jdbc.queryForList(
                        "SELECT address FROM audit_entry WHERE subject_id = ? AND action <> 'TWO_FACTOR_TURNED_ON'",
                        String.class,
                        person.id()))
                .allMatch(address -> address.startsWith("127."));
    }

    @Test
    void AC_S_21_who_signs_in_by_password_alone_leaves_a_line_that_says_so() {
        var person = people.member();
        new Browser(port).logIn(person.email(), People.PASSWORD);

        assertThat(linesAbout(person))
                .containsExactly(
                        "SIGNED_IN " + person.id() + " [FACTOR_PASSWORD]", "BROWSER_REMEMBERED " + person.id() + " []");
    }

    @Test
    void AC_S_21_no_line_holds_a_password_a_code_a_secret_or_a_session() {
        var person = people.member();
        var app = people.enrol(person);
        clock.toNextStep();
        var browser = new Browser(port);
        browser.logIn(People.PASSWORD, People.PASSWORD);
        browser.logIn(person.email(), People.PASSWORD);
        var halfSignedIn = browser.sessionId();
        browser.enterCode(app.code());
        var everything = String.join(
                "\n",
                jdbc.queryForList(
                        "SELECT CONCAT_WS('|', action, actor, subject, detail, address) FROM audit_entry",
                        String.class));

        assertThat(everything)
                .contains(person.email())
                .doesNotContain(People.PASSWORD, halfSignedIn, browser.sessionId(), "otpauth")
                .doesNotContain("|" + app.code() + "|");
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS('|', detail, subject) FROM audit_entry WHERE subject_id = ?",
                        String.class,
                        person.id()))
                .noneMatch(line -> line.contains(app.code()));
    }

    @Test
    void AC_S_21_a_line_break_in_a_name_makes_no_second_line() {
        trail.record(AuditAction.GROUP_CREATED, null, null, "Group\r\nof\u2028lines", "a\nb\tc");

        assertThat(jdbc.queryForMap("SELECT subject, detail FROM audit_entry ORDER BY id DESC LIMIT 1"))
                .containsEntry("subject", "Group  of lines")
                .containsEntry("detail", "a b c");
    }

    @Test
    void AC_S_21_what_somebody_typed_cannot_look_like_a_line_of_the_log() {
        var logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var console = (ConsoleAppender<ILoggingEvent>) logger.getAppender("CONSOLE");
        var typed = "eve\r\n2026-01-01T00:00:00.000Z  INFO forged";
        var event = new LoggingEvent(
                "", logger, Level.WARN, "No user {}", new IllegalStateException(typed), new Object[] {typed});

        var lines = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8).split("\\R");

        assertThat(lines[0]).contains("No user eve");
        assertThat(lines).hasSizeGreaterThan(4).contains("  | 2026-01-01T00:00:00.000Z  INFO forged");
        assertThat(Arrays.stream(lines).skip(1)).allMatch(line -> line.startsWith("  | "));
    }

    private List<String> linesAbout(Person person) {
        return jdbc.queryForList(
                "SELECT CONCAT(action, ' ', COALESCE(actor_id, 'null'), ' [', detail, ']') FROM audit_entry"
                        + " WHERE subject_id = ? ORDER BY id",
                String.class,
                person.id());
    }
}
