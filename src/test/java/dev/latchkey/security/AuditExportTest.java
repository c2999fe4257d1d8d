package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.access.Permission;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@SecurityTest
class AuditExportTest {

    private static final String CSV = "/access-management/audit-trail.csv";

    @LocalServerPort
    private int port;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines lines;

    @Autowired
    private JdbcTemplate jdbc;

    private Person auditor;
    private Browser browser;

    @BeforeEach
    void anAuditor() {
        auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        browser = new Browser(port);
    }

    @Test
    void AC_V_17_the_export_is_for_those_alone_who_may_see_the_trail_and_owe_no_code() {
        var app = people.enrol(auditor);
        clock.toNextStep();
        assertThat(Browser.leadsTo(browser.open(CSV))).isEqualTo("/login");
        assertThat(Browser.leadsTo(postFrom("login"))).isEqualTo("/login");
        browser.logIn(auditor.email(), People.PASSWORD);

        assertThat(Browser.leadsTo(browser.open(CSV))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(postFrom("login/verify"))).isEqualTo("/login/verify");
        assertThat(browser.open(CSV + "/").statusCode()).isEqualTo(404);
        browser.enterCode(app.code());
        var file = post(CSV);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"audit-trail.csv\"");
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        var other = new Browser(port);
        other.logIn(people.memberWith(Permission.MANAGE_ACCOUNT).email(), People.PASSWORD);
        assertThat(other.post(CSV, Map.of("_csrf", other.csrfTokenOn("profile")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void FIELD_A16_no_address_and_no_form_of_another_site_exports_in_somebodys_name() {
        browser.logIn(auditor.email(), People.PASSWORD);

        assertThat(browser.open(CSV).statusCode()).isEqualTo(405);
        assertThat(browser.post(CSV, Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post(CSV, Map.of("_csrf", "guessed")).statusCode()).isEqualTo(403);
        assertThat(linesOf("AUDIT_TRAIL_EXPORTED")).isZero();
        assertThat(post(CSV).statusCode()).as("the control").isEqualTo(200);
        assertThat(linesOf("AUDIT_TRAIL_EXPORTED")).isOne();
    }

    @Test
    void AC_S_21_the_export_says_what_the_filter_lets_pass_in_utc_and_in_words() {
        clock.advance(Duration.ofDays(400));
        var mark = "mark-" + auditor.id();
        trail.record(AuditAction.GROUP_CREATED, auditor.id(), null, mark, "MANAGE_ACCOUNT, VIEW_AUDIT_TRAIL");
        trail.record(AuditAction.GROUP_MEMBER_ADDED, auditor.id(), null, mark, "MANAGE_ACCOUNT");
        var at = jdbc.queryForObject(
                "SELECT DATE_FORMAT(MAX(occurred_at), '%Y-%m-%d %H:%i:%s') FROM audit_entry WHERE subject = ?",
                String.class, mark);
        browser.logIn(auditor.email(), People.PASSWORD);

        var lines = export("?search=" + mark);
        assertThat(lines.getFirst())
                .startsWith("\uFEFF\"Entry\",\"Time (UTC)\",\"Event code\",\"Event\",\"Actor\",\"Target\"");
        assertThat(lines.get(1))
                .contains("\"" + at + "\",\"GROUP_MEMBER_ADDED\",\"Member added to user group\",\"" + auditor.email()
                        + "\",\"" + mark + "\",\"MANAGE_ACCOUNT\"");
        assertThat(lines.get(2)).contains("\"Manage Account, View Audit Trail\"");
        assertThat(lines).hasSize(3);
        assertThat(export("?search=" + mark + "&action=GROUP_CREATED&action=SIGNED_IN&action=none"))
                .hasSize(2);
        var today = clock.instant().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
        assertThat(export("?search=" + mark + "&from=" + today + "&to=" + today))
                .hasSize(3);
        assertThat(export("?search=" + mark + "&to=2026-01-01")).hasSize(1);
        assertThat(export("?search=" + mark + "&from=nonsense&to=9999999&zone=Nowhere%2FElse"))
                .hasSize(3);
        assertThat(linesOf("AUDIT_TRAIL_EXPORTED")).isEqualTo(5);
    }

    @Test
    void FIELD_P12_a_german_excel_gets_columns_and_times() {
        var german = browser.withHeader("Accept-Language", "de-DE,de;q=0.9");
        var mark = "mark-" + auditor.id();
        trail.record(AuditAction.GROUP_DELETED, null, null, "=1;" + mark);
        german.logIn(auditor.email(), People.PASSWORD);

        var lines = german.post(CSV + "?search=" + mark, Map.of("_csrf", german.csrfTokenOn("profile")))
                .body()
                .split("\r\n");

        assertThat(lines[0]).startsWith("\uFEFF\"Eintrag\";\"Zeit (UTC)\";");
        assertThat(lines[1])
                .matches("\"\\d+\";\"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\";\"GROUP_DELETED\";.*")
                .contains(";\"'=1;" + mark + "\";");
    }

    @Test
    void AC_S_21_no_cell_of_the_export_is_a_formula_or_a_second_line() {
        var mark = "mark-" + auditor.id();
        trail.record(AuditAction.GROUP_DELETED, null, null, "=HYPERLINK(\"http://evil.example\")" + mark);
        trail.record(AuditAction.GROUP_DELETED, null, null, "\r\n@SUM(1)" + mark);
        browser.logIn(auditor.email(), People.PASSWORD);

        assertThat(export("?search=" + mark))
                .hasSize(3)
                .anyMatch(line -> line.contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")" + mark + "\","))
                .anyMatch(line -> line.contains(",\"'  @SUM(1)" + mark + "\","));
    }

    @Test
    void AC_S_21_an_export_of_many_pages_has_every_entry_once() {
        var mark = "mark-" + auditor.id();
        var now = clock.instant();
        jdbc.batchUpdate(
                "INSERT INTO audit_entry (occurred_at, action, subject) VALUES (?, 'SIGNED_OUT', ?)",
                IntStream.range(0, 3000)
                        .mapToObj(i -> new Object[] {Timestamp.from(now.minusSeconds(i / 7)), mark})
                        .toList());
        browser.logIn(auditor.email(), People.PASSWORD);

        var ids = export("?search=" + mark).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        assertThat(ids).hasSize(3000).doesNotHaveDuplicates();
    }

    private List<String> export(String query) {
        return Arrays.asList(post(CSV + query).body().split("\r\n"));
    }

    private HttpResponse<String> post(String path) {
        return browser.post(path, Map.of("_csrf", browser.csrfTokenOn("profile")));
    }

    private HttpResponse<String> postFrom(String page) {
        return browser.post(CSV, Map.of("_csrf", browser.csrfTokenOn(page)));
    }

    private int linesOf(String action) {
        return lines.actionsBy(auditor, action).size();
    }
}
