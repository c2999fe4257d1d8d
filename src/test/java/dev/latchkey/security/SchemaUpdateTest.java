package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.operation.start.SchemaConfiguration;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.RealServers;
import dev.latchkey.support.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A schema that is changed while nodes are killed, start together, or still run the version before. */
@Tag("security")
class SchemaUpdateTest {

    private static final Path CHANGES = Path.of("src/main/resources/db/changelog/changes");
    private static final Pattern CHANGE =
            Pattern.compile("--changeset latchkey:(\\S+)\\s(.*?)(?=--changeset |\\z)", Pattern.DOTALL);

    // What the statements of the version before may name or leave out
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\bDROP (COLUMN|TABLE|TRIGGER)|\\bRENAME\\b|\\bCHANGE (COLUMN)?|ADD COLUMN (?:(?!ADD COLUMN|DEFAULT).)*NOT NULL(?:(?!ADD COLUMN|DEFAULT).)*(,|;|\\z)",
            Pattern.DOTALL);

    /** Changes that take something away, and why no node misses it. */
    private static final Map<String, String> MISSED_BY_NOBODY = Map.of(
            "0092-password-reset-held-by-gone", "before the first release, whose nodes know the table that replaced it",
            "0095-code-attempts-gone", "before the first release, whose nodes know the columns that replaced it");

    @Test
    void AC_R_17_two_nodes_together_complete_what_a_killed_start_left_half_done() throws Exception {
        var owner = Schema.emptyDatabase("latchkey_schema_update");
        start("latchkey_schema_update");
        var whole = Schema.of(owner);
        var recorded = Schema.recordedChanges(owner);
        owner.update("DELETE FROM DATABASECHANGELOG WHERE ORDEREXECUTED > 20");
        owner.update(
                "UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKEDBY = 'dead', LOCKGRANTED = UTC_TIMESTAMP()");
        owner.execute("DROP TABLE known_browser");

        Parallel.times(2, () -> start("latchkey_schema_update"));

        assertThat(Schema.recordedChanges(owner)).isEqualTo(recorded);
        assertThat(Schema.of(owner)).isEqualTo(whole);
    }

    /** As a node does before anything else. */
    private static boolean start(String database) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class))
                .withUserConfiguration(SchemaConfiguration.class)
                .withPropertyValues(
                        "spring.datasource.url=" + RealServers.database(database),
                        "spring.datasource.username=" + EmbeddedMariaDb.USER,
                        "spring.datasource.password=" + EmbeddedMariaDb.USER,
                        "spring.liquibase.user=" + EmbeddedMariaDb.OWNER,
                        "spring.liquibase.password=" + EmbeddedMariaDb.OWNER)
                .run(node -> assertThat(node).hasNotFailed());
        return true;
    }

    @Test
    void AC_R_17_a_change_takes_away_nothing_that_nodes_of_the_version_before_still_use() throws IOException {
        assertThat(TAKES_AWAY
                        .matcher("ALTER TABLE a ADD COLUMN IF NOT EXISTS b INT NOT NULL;")
                        .find())
                .isTrue();

        var takingAway = new TreeMap<>(changes());
        takingAway.values().removeIf(sql -> !TAKES_AWAY.matcher(sql).find());

        assertThat(takingAway.keySet()).containsExactlyInAnyOrderElementsOf(MISSED_BY_NOBODY.keySet());
    }

    /** The SQL of each change by its id, without comments. */
    private static Map<String, String> changes() throws IOException {
        var changes = new TreeMap<String, String>();
        try (var files = Files.list(CHANGES)) {
            for (var file : files.toList()) {
                CHANGE.matcher(Files.readString(file))
                        .results()
                        .forEach(change -> changes.put(
                                change.group(1),
                                change.group(2).replaceAll("(?m)^--.*", "").replaceAll("COMMENT '(?:[^']|'')*'", "")));
            }
        }
        return changes;
    }
}
