package dev.latchkey.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.twofactor.restore.AfterRestore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the operator sees of the command that completes a restore, on databases that were restored and on those in use. */
@LatchkeyTest
class AfterRestoreCommandTest {

    @Autowired
    private AfterRestore afterRestore;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @BeforeEach
    @AfterEach
    void leaveNobody() {
        people.startOver();
    }

    @Test
    void FIELD_O16_a_database_without_the_mark_of_a_restored_backup_is_refused_and_nobody_is_logged_out() {
        var member = people.member();
        var epoch = people.epochOf(member);

        assertThat(run("")).isEqualTo(1);

        assertThat(printed())
                .contains("this database has no mark of a restored backup", "check SPRING_DATASOURCE_URL")
                .contains("run --after-restore=unmarked. That logs everyone out");
        assertThat(people.epochOf(member)).isEqualTo(epoch);
    }

    @Test
    void FIELD_O16_a_backup_by_another_tool_takes_the_word_unmarked() {
        var member = people.member();
        var epoch = people.epochOf(member);

        assertThat(run("unmarked")).isZero();

        assertThat(printed()).contains("The backup doesn't say when it was taken.", "Everyone is logged out. Users: 1");
        assertThat(people.epochOf(member)).isGreaterThan(epoch);
    }

    @Test
    void FIELD_O16_a_marked_database_takes_no_word_and_loses_its_mark() {
        people.member();
        jdbc.update("UPDATE account SET restored_from = '2026-01-02 03:04:05'");

        assertThat(run("")).isZero();

        assertThat(printed()).contains("This database is the backup of 2026-01-02T03:04:05Z.");
        assertThat(run("")).as("once more").isEqualTo(1);
    }

    @Test
    void an_import_of_the_backup_ends_with_what_waits_in_it() {
        var member = people.member();
        jdbc.update("""
                INSERT INTO import_run (id, actor_id, status, created_at, expires_at)
                VALUES (1, ?, 'PREVIEW', '2026-01-01', '2099-01-01')
                """, member.id());
        jdbc.update("""
                INSERT INTO import_row (run_id, position, line, email, name, `groups`, fate, remarks, status, payload)
                VALUES (1, 0, 1, 'new@example.com', '', '', 'INVITED', '', 'PLANNED', x'01')
                """);

        assertThat(run("unmarked")).isZero();

        assertThat(jdbc.queryForList("SELECT 1 FROM import_row UNION ALL SELECT 1 FROM import_run"))
                .isEmpty();
    }

    @Test
    void another_word_changes_nothing() {
        assertThat(run("now")).isEqualTo(1);
        assertThat(printed()).startsWith("Nothing was changed. Use --after-restore,");
    }

    private int run(String value) {
        return new AfterRestoreCommand(afterRestore, new PrintStream(screen, true, StandardCharsets.UTF_8))
                .perform(value);
    }

    private String printed() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
