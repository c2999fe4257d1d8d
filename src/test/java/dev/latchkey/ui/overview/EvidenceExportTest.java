package dev.latchkey.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.evidence.ObservationPump;
import dev.latchkey.user.access.Permission;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@LatchkeyTest
class EvidenceExportTest {

    private static final String CSV = "/access-management/evidence.csv";

    @LocalServerPort
    private int port;

    @Autowired
    private ObservationPump observation;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private Person auditor;
    private Browser browser;

    @BeforeEach
    void anAuditor() {
        people.startOver();
        auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        browser = new Browser(port);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void every_user_of_that_day_has_a_line_and_the_export_is_in_the_trail() {
        var gone = people.member();
        people.setName(gone, "=1+1");
        observation.now();
        var day = today();
        people.remove(gone);
        clock.advance(Duration.ofDays(2));
        browser.logIn(auditor.email(), People.PASSWORD);
        var lines = lines(day);

        assertThat(lines.getFirst())
                .isEqualTo("\uFEFF\"Day (UTC)\",\"Email\",\"Name\",\"User groups\",\"Status\",\"2FA\","
                        + "\"Unchanged since (UTC)\",\"Observed (UTC)\",\"Note\"");
        assertThat(lines)
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("\"" + day + "\",\"" + gone.email() + "\",\"'=1+1\",\"\",\"Active\",\"Off\",\""
                                + day + "\"")
                        .endsWith(",\"\""));
        assertThat(jdbc.queryForList(
                        "SELECT detail FROM audit_entry WHERE action = 'EVIDENCE_EXPORTED' AND actor_id = ?",
                        String.class,
                        auditor.id()))
                .containsExactly(day.toString());

        assertThat(lines(day.plusDays(1))).last().asString().contains("Latchkey was not running on that day");
    }

    @Test
    void it_is_for_auditors_and_for_days_that_are_known() {
        observation.now();
        clock.advance(Duration.ofDays(1));
        browser.logIn(auditor.email(), People.PASSWORD);

        assertThat(browser.open(CSV + "?day=" + today().minusDays(1)).statusCode())
                .isEqualTo(405);
        assertThat(browser.post(CSV + "?day=" + today().minusDays(1), Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(post(browser, today()).statusCode()).as("not over").isEqualTo(400);
        assertThat(post(browser, today().minusDays(9)).statusCode())
                .as("before the first")
                .isEqualTo(400);
        assertThat(post(browser, today().minusDays(1)).statusCode()).isEqualTo(200);
        var other = new Browser(port);
        other.logIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS).email(), People.PASSWORD);
        assertThat(post(other, today().minusDays(1)).statusCode()).isEqualTo(404);
    }

    private List<String> lines(LocalDate day) {
        return post(browser, day).body().lines().toList();
    }

    private static java.net.http.HttpResponse<String> post(Browser browser, LocalDate day) {
        return browser.post(CSV + "?day=" + day, Map.of("_csrf", browser.csrfTokenOn("profile")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
