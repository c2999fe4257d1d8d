package dev.latchkey.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.transfer.file.ImportFile;
import dev.latchkey.twofactor.transfer.file.ImportedPerson;
import dev.latchkey.user.access.Permission;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@LatchkeyTest
class UsersExportTest {

    private static final String CSV = "/access-management/users.csv";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;
    private Browser browser;

    @BeforeEach
    void anAdministrator() {
        people.startOver();
        administrator = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        browser = new Browser(port);
        browser.logIn(administrator.email(), People.PASSWORD);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void a_user_has_a_line_which_the_import_reads_as_it_was_and_the_export_is_in_the_trail() {
        var member = people.member();
        people.setName(member, "=1+1");
        jdbc.update(
                "UPDATE users SET email = '+ada@example.com', last_sign_in_at = ? WHERE id = ?",
                Timestamp.from(Instant.parse("2026-11-27T10:14:05.123Z")),
                member.id());
        jdbc.update("INSERT INTO user_group (name) VALUES ('+Plus'), ('Staff')");
        jdbc.update(
                "INSERT INTO user_group_member (user_group, user_id)"
                        + " SELECT id, ? FROM user_group WHERE name IN ('+Plus', 'Staff')",
                member.id());

        var file = export(Map.of("users", String.valueOf(member.id()))).body();

        assertThat(file.lines())
                .containsExactly(
                        "\uFEFF\"Email\",\"Name\",\"Status\",\"User groups\",\"2FA\",\"Last login (UTC)\"",
                        "\"'+ada@example.com\",\"'=1+1\",\"Active\",\"'+Plus, Staff\",\"Off\",\"2026-11-27T10:14:05Z\"");
        assertThat(audited()).containsExactly("1");
        var read = ImportFile.read(file.getBytes(StandardCharsets.UTF_8)).people();
        assertThat(read).extracting(ImportedPerson::typed).containsExactly("+ada@example.com");
        assertThat(read).extracting(ImportedPerson::name).containsExactly("=1+1");
        assertThat(read).extracting(ImportedPerson::groups).containsExactly(List.of("+Plus", "Staff"));
    }

    @Test
    void who_is_invited_has_the_proposed_name_in_the_file() {
        var member = people.member();
        people.makeInvited(member);
        jdbc.update("UPDATE users SET name = '', proposed_name = 'Ada Lovelace' WHERE id = ?", member.id());

        assertThat(export(Map.of("users", String.valueOf(member.id()))).body())
                .contains("\"" + member.email() + "\",\"Ada Lovelace\",\"Invited\"");
    }

    @Test
    void whoever_matches_the_filter_is_there_once_in_the_order_of_their_names() {
        jdbc.update(
                "INSERT INTO users (email, name, status, created_at) SELECT CONCAT('many', seq, '@example.com'),"
                        + " CONCAT('Many ', LPAD(1201 - seq, 4, '0')), IF(seq = 7, 'DISABLED', 'ACTIVE'), ?"
                        + " FROM seq_1_to_1200",
                Timestamp.from(clock.instant()));

        var lines = export(Map.of("search", "many", "status", "ACTIVE", "state", "OFF"))
                .body()
                .lines()
                .skip(1)
                .toList();

        assertThat(lines).hasSize(1199).doesNotHaveDuplicates().noneMatch(line -> line.contains("many7@"));
        assertThat(lines.getFirst()).startsWith("\"many1200@example.com\",\"Many 0001\"");
        assertThat(lines.getLast()).startsWith("\"many1@example.com\",\"Many 1200\"");
        assertThat(audited()).containsExactly("1199");
    }

    @Test
    void a_german_reader_gets_german_words_and_the_separator_of_their_spreadsheet_which_the_import_understands() {
        jdbc.update("UPDATE users SET language = 'GERMAN' WHERE id = ?", administrator.id());
        var german = new Browser(port);
        german.logIn(administrator.email(), People.PASSWORD);

        var file = post(german, Map.of()).body();

        assertThat(file.lines())
                .first()
                .isEqualTo("\uFEFF\"E-Mail\";\"Name\";\"Status\";\"Benutzergruppen\";\"2FA\";"
                        + "\"Letzte Anmeldung (UTC)\"");
        assertThat(ImportFile.read(file.getBytes(StandardCharsets.UTF_8)).people())
                .singleElement()
                .satisfies(person -> assertThat(person.groups()).isNotEmpty());
    }

    @Test
    void it_takes_the_permission_and_a_form_of_our_own() {
        assertThat(browser.open(CSV).statusCode()).isEqualTo(405);
        assertThat(browser.post(CSV, Map.of()).statusCode()).isEqualTo(403);
        assertThat(export(Map.of("state", "SIDEWAYS")).statusCode()).isEqualTo(400);
        var other = new Browser(port);
        other.logIn(people.memberWith(Permission.MANAGE_ACCOUNT).email(), People.PASSWORD);
        assertThat(post(other, Map.of()).statusCode()).isEqualTo(404);
        assertThat(audited()).isEmpty();
    }

    private HttpResponse<String> export(Map<String, String> filter) {
        return post(browser, filter);
    }

    private static HttpResponse<String> post(Browser browser, Map<String, String> filter) {
        var fields = new HashMap<>(filter);
        fields.put("_csrf", browser.csrfTokenOn("profile"));
        return browser.post(CSV, fields);
    }

    private List<String> audited() {
        return jdbc.queryForList(
                "SELECT detail FROM audit_entry WHERE action = 'USERS_EXPORTED' AND actor_id = ?",
                String.class,
                administrator.id());
    }
}
