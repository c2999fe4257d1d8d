package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every change of the schema must obey. */
class SchemaChangesTest {

    private static final Path CHANGES = Path.of("src/main/resources/db/changelog/changes");

    private static Schema once;

    @BeforeAll
    static void makeOnce() throws LiquibaseException {
        once = Schema.ofNew("latchkey_changes_once");
    }

    /** Whatever it is packaged in, Liquibase records a change under this path. */
    @Test
    void FIELD_O1_each_file_names_the_path_that_it_has_in_the_jar() throws IOException {
        try (var files = Files.list(CHANGES)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file).getFirst())
                            .isEqualTo("--liquibase formatted sql logicalFilePath:db/changelog/changes/"
                                    + file.getFileName()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void FIELD_O2_each_change_can_be_killed_after_any_of_its_statements_and_made_again(boolean filled)
            throws Exception {
        var database = SchemaStart.onEmpty("latchkey_changes_again");
        var again = new MadeAgain(database.owner(), filled);

        database.run(liquibase -> liquibase.setChangeExecListener(again));

        assertThat(again.changes).containsExactlyElementsOf(Schema.recordedChanges(database.owner()));
        assertThat(Schema.of(database.owner())).isEqualTo(once);
        if (filled) {
            assertThat(SampleRows.of(database.owner()))
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        }
    }

    /** Makes each change again that was made, after the first of its statements, the first two and so on: nothing may come of it. */
    private static final class MadeAgain extends AbstractChangeExecListener {

        private final List<String> changes = new ArrayList<>();
        private final JdbcTemplate owner;
        private final boolean filled;

        private MadeAgain(JdbcTemplate owner, boolean filled) {
            this.owner = owner;
            this.filled = filled;
        }

        @Override
        public void ran(ChangeSet change, DatabaseChangeLog log, Database database, ExecType how) {
            changes.add(change.getId());
            try {
                database.commit();
                var rows = filled ? SampleRows.of(owner) : Map.of();
                if (how == ExecType.EXECUTED) {
                    var statements = statements(change, database);
                    for (var made = 1; made <= statements.size(); made++) {
                        execute(statements.subList(0, made), database);
                    }
                }
                if (filled) {
                    assertThat(SampleRows.of(owner)).isEqualTo(rows);
                    SampleRows.insertInto(owner);
                }
            } catch (Exception e) {
                throw new AssertionError("Could not be made again: " + change.getId(), e);
            }
        }

        private static List<String> statements(ChangeSet change, Database database) {
            var generators = SqlGeneratorFactory.getInstance();
            return change.getChanges().stream()
                    .flatMap(made -> List.of(generators.generateSql(made, database)).stream())
                    .map(Sql::toSql)
                    .toList();
        }

        private static void execute(List<String> statements, Database database) throws SQLException {
            var connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
            try (var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
                connection.commit();
            }
        }
    }
}
