package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.audit.AuditTriggers;
import dev.latchkey.support.AnotherNode;
import dev.latchkey.support.DatabaseOwner;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import java.util.List;
import java.util.regex.Pattern;
import liquibase.Scope;
import liquibase.changelog.FastCheckService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that was restored without its triggers, or lost them otherwise. */
@LatchkeyTest
class AuditTriggersTest {

    private static final String NAMES = "SELECT trigger_name FROM information_schema.triggers"
            + " WHERE trigger_schema = DATABASE() ORDER BY trigger_name";

    @Autowired
    private AuditTriggers triggers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment environment;

    @Test
    void FIELD_T13_each_trigger_that_is_missing_is_named() {
        var owner = DatabaseOwner.of(environment);
        var names = owner.queryForList(NAMES, String.class);
        assertThat(triggers.missing()).isEmpty();
        assertThat(names).hasSize(5);

        for (var name : names) {
            var made = owner.queryForObject(
                    "SHOW CREATE TRIGGER " + name, (row, number) -> row.getString("SQL Original Statement"));
            owner.execute("DROP TRIGGER " + name);
            try {
                assertThat(triggers.missing()).containsExactly(name);
            } finally {
                owner.execute(made);
            }
        }
    }

    @Test
    void FIELD_T13_a_start_without_triggers_is_refused_until_what_it_says_is_done() {
        var owner = DatabaseOwner.of(environment);
        var names = owner.queryForList(NAMES, String.class);
        names.forEach(name -> owner.execute("DROP TRIGGER " + name));

        var refusal = assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> AnotherNode.beside(environment, clock).close())
                .actual();
        var cause = (UnfitDatabaseException) rootOf(refusal);
        var analysis = new UnsupportedDatabaseFailureAnalyzer().analyze(refusal, cause);
        assertThat(names)
                .allSatisfy(name -> assertThat(analysis.getDescription()).contains(name));
        assertThat(analysis.getAction()).contains("as the owner of the tables", "--audit-verify");

        var remedy = Pattern.compile("DELETE FROM DATABASECHANGELOG .*;").matcher(analysis.getAction());
        assertThat(remedy.find()).isTrue();
        assertThat(owner.update(remedy.group())).isEqualTo(5);
        // A process of its own would not remember what the database was like before
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        AnotherNode.beside(environment, clock).close();
        assertThat(owner.queryForList(NAMES, String.class)).isEqualTo(names);
        assertThat(triggers.missing()).isEmpty();
    }

    @Test
    void FIELD_T13_the_trial_leaves_nothing_behind() {
        triggers.missing();

        assertThat(List.of("audit_entry", "audit_seal"))
                .allSatisfy(table -> assertThat(
                                jdbc.queryForObject("SELECT COUNT(*) FROM " + table + " WHERE id < 0", Integer.class))
                        .isZero());
    }

    private static Throwable rootOf(Throwable thrown) {
        return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
    }
}
