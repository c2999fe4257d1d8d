package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.RealServers;
import dev.latchkey.support.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of a schema that other starts, or other packagings of the product, have worked on. */
@ExtendWith(OutputCaptureExtension.class)
class GuardedLiquibaseTest {

    private static final String LOCK = "UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKEDBY = 'node7 (192.0.2.7)',"
            + " LOCKGRANTED = UTC_TIMESTAMP() - INTERVAL %d SECOND";

    private static final int HASTE_MILLISECONDS = 500;

    private static SchemaStart database;
    private static List<String> recorded;
    private static Schema schema;

    @BeforeAll
    static void start() throws Exception {
        database = SchemaStart.onEmpty("latchkey_guarded");
        database.run();
        recorded = Schema.recordedChanges(database.owner());
        schema = Schema.of(database.owner());
    }

    @Test
    void FIELD_O1_databases_of_the_jar_and_of_the_container_image_go_on_under_the_same_names() throws Exception {
        for (var packaging : List.of("BOOT-INF/classes/db/changelog/changes/", "classpath:db/changelog/changes/")) {
            database.owner()
                    .update(
                            "UPDATE DATABASECHANGELOG SET FILENAME = REPLACE(FILENAME, 'db/changelog/changes/', ?)",
                            packaging);
            database.run();

            assertThat(database.owner().queryForList("SELECT FILENAME FROM DATABASECHANGELOG", String.class))
                    .allMatch(name -> name.matches("db/changelog/changes/\\d{4}-[a-z-]+\\.sql"));
            assertWhole(database.owner());
        }
    }

    @Test
    void FIELD_O2_a_lock_that_a_dead_process_left_behind_is_taken_at_once(CapturedOutput output) throws Exception {
        database.owner().update("DELETE FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED DESC LIMIT 3");
        database.owner().update(LOCK.formatted(4));

        database.run();

        assertWhole(database.owner());
        assertThat(output)
                .contains("WARN", "DATABASECHANGELOGLOCK, which node7 (192.0.2.7) had left behind 4 seconds ago");
    }

    @Test
    void FIELD_O2_a_lock_whose_owner_may_be_alive_is_respected_for_a_moment(CapturedOutput output) throws Exception {
        database.owner().update(LOCK.formatted(29));

        try (var alive = database.owner().getDataSource().getConnection()) {
            assertThat(alive.isValid(1)).isTrue();
            database.run();
        }

        assertWhole(database.owner());
        assertThat(output).contains("had left behind 30 seconds ago");
    }

    @Test
    void a_change_may_take_longer_than_the_pool_lets_a_statement_be_silent() throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(RealServers.database("latchkey_guarded"));
            pool.setUsername(EmbeddedMariaDb.OWNER);
            pool.setPassword(EmbeddedMariaDb.OWNER);
            pool.addDataSourceProperty("socketTimeout", HASTE_MILLISECONDS);
            pool.setMaximumPoolSize(2);

            SchemaStart.on(new JdbcTemplate(pool)).run(GuardedLiquibaseTest::beSilent);

            try (var first = pool.getConnection();
                    var second = pool.getConnection()) {
                assertThat(List.of(first.getNetworkTimeout(), second.getNetworkTimeout()))
                        .containsOnly(HASTE_MILLISECONDS);
            }
        }
    }

    @Test
    void FIELD_O2_tables_of_liquibase_that_were_made_and_not_filled_are_no_obstacle() throws Exception {
        var begun = SchemaStart.onEmpty("latchkey_barely_begun");
        for (var table : List.of("DATABASECHANGELOGLOCK", "DATABASECHANGELOG")) {
            begun.owner().execute("CREATE TABLE " + table + " LIKE latchkey_guarded." + table);
        }

        begun.run();

        assertWhole(begun.owner());
    }

    @Test
    void FIELD_O3_nodes_that_begin_at_once_on_an_empty_database_all_come_up() throws Exception {
        var empty = SchemaStart.onEmpty("latchkey_at_once");

        Parallel.times(3, () -> {
            empty.run();
            return true;
        });

        assertWhole(empty.owner());
    }

    @Test
    void FIELD_O3_a_node_that_waits_for_another_in_vain_says_which_connection_to_end() throws Exception {
        try (var other = database.owner().getDataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute("DO GET_LOCK('latchkey.schema.latchkey_guarded', 0)");
            var id = idOf(statement);

            assertThatExceptionOfType(UnfitDatabaseException.class)
                    .isThrownBy(() -> database.run(Duration.ofSeconds(1)))
                    .withMessageContaining(
                            "Another node has been changing the schema for 1 seconds, over connection " + id)
                    .satisfies(refusal -> assertThat(refusal.remedy()).contains("run KILL " + id + " in the database"));
        }
    }

    private static String idOf(Statement statement) throws SQLException {
        try (var answer = statement.executeQuery("SELECT CONNECTION_ID()")) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void assertWhole(JdbcTemplate owner) {
        assertThat(Schema.recordedChanges(owner)).isEqualTo(recorded).doesNotHaveDuplicates();
        assertThat(Schema.of(owner)).isEqualTo(schema);
        assertThat(owner.queryForObject("SELECT LOCKED FROM DATABASECHANGELOGLOCK", Boolean.class))
                .isFalse();
    }

    /** Three times as long as the pool's limit. */
    private static void beSilent(Liquibase liquibase) {
        var connection = (JdbcConnection) liquibase.getDatabase().getConnection();
        try (var statement = connection.getUnderlyingConnection().createStatement()) {
            statement.execute("DO SLEEP(" + 3 * HASTE_MILLISECONDS / 1_000.0 + ")");
        } catch (SQLException e) {
            throw new AssertionError("given up", e);
        }
    }
}
