package dev.latchkey.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.BareMariaDb;
import dev.latchkey.support.ProductJar;
import dev.latchkey.support.ProductSettings;
import dev.latchkey.support.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Starts that are killed while they make the schema, and nodes that make it together. */
class SchemaIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String STARTED = "Started LatchkeyApplication";
    private static final String HOLD_RECORDS = "LOCK TABLES DATABASECHANGELOG READ";
    private static final String IS_BLOCKED =
            "SELECT COUNT(*) > 0 FROM INFORMATION_SCHEMA.PROCESSLIST WHERE DB = DATABASE()"
                    + " AND STATE LIKE 'Waiting for table%' AND INFO LIKE 'INSERT INTO%DATABASECHANGELOG%'";

    // Nothing has set up its logging in this process; referred to, or its level is forgotten
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    @TempDir
    private Path folder;

    private ProductSettings settings;
    private JdbcTemplate owner;

    @BeforeAll
    static void quietenLiquibase() {
        LIQUIBASE.setLevel(Level.WARNING);
    }

    @BeforeEach
    void makeDatabase() throws IOException {
        settings = ProductSettings.of(folder, "latchkey_killed");
        owner = Schema.emptyDatabase("latchkey_killed");
    }

    @Test
    void FIELD_O1_FIELD_O2_FIELD_O3_a_killed_start_is_continued_by_two_nodes_at_once_of_both_layouts()
            throws Exception {
        var layers = folder.resolve("layers");
        ProductJar.extract(layers);
        Schema.makeBeginning(owner, 20);
        killBeforeRecording(() -> ProductJar.startExtracted(settings, layers));
        var recorded = Schema.recordedChanges(owner);
        assertThat(recorded).hasSize(20);
        assertThat(owner.queryForObject("SELECT LOCKED FROM DATABASECHANGELOGLOCK", Boolean.class))
                .as("the killed start has left its lock")
                .isTrue();
        // As images had it before all packagings shared one path
        owner.update("UPDATE DATABASECHANGELOG SET FILENAME = CONCAT('BOOT-INF/classes/', FILENAME)");

        try (var jar = ProductJar.startFile(settings.ofAnotherNode());
                var image = ProductJar.startExtracted(settings.ofAnotherNode(), layers)) {
            jar.serving();
            image.serving();
        }

        assertWhole();
        assertThat(Schema.recordedChanges(owner)).startsWith(recorded.toArray(String[]::new));
    }

    @Test
    void FIELD_O12_a_server_that_is_too_old_is_refused_before_anything_is_created() throws Exception {
        var old = BareMariaDb.debians("10.11");
        assumeThat(old).as("the package mariadb-server-core of Debian 12").isPresent();
        try (var server = BareMariaDb.start(old.get(), folder)) {
            settings.with("SPRING_DATASOURCE_URL", server.url());

            assertThat(ProductJar.run(settings))
                    .contains("Latchkey needs MariaDB 11.4 or later.")
                    .contains("set SPRING_DATASOURCE_URL to another server")
                    .doesNotContain("\tat ");

            assertThat(server.jdbc().queryForList("SHOW TABLES")).isEmpty();
        }
    }

    /** Some ten minutes: {@code -Dlatchkey.every-kill=true}. */
    @Test
    @EnabledIfSystemProperty(named = "latchkey.every-kill", matches = "true")
    void FIELD_O2_every_change_that_was_made_and_not_recorded_when_its_start_was_killed_is_made_again()
            throws Exception {
        Schema.makeBeginning(owner, 0);
        killBeforeRecording(() -> ProductJar.startFile(settings));
        var kills = 1;
        for (var started = false; !started; kills++) {
            try (var connection = owner.getDataSource().getConnection();
                    var statement = connection.createStatement();
                    var next = ProductJar.startFile(settings)) {
                statement.execute(HOLD_RECORDS);
                awaitBlockedOrStarted(next);
                // What was made twice is recorded now
                statement.execute("UNLOCK TABLES");
                statement.execute(HOLD_RECORDS);
                started = awaitBlockedOrStarted(next);
                next.kill();
            }
        }
        assertWhole();
        assertThat(kills - 1).isEqualTo(Schema.recordedChanges(owner).size());
    }

    private boolean awaitBlockedOrStarted(ProductJar starting) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> isBlocked() || starting.output().contains(STARTED));
        return starting.output().contains(STARTED);
    }

    private boolean isBlocked() {
        return Boolean.TRUE.equals(owner.queryForObject(IS_BLOCKED, Boolean.class));
    }

    private void assertWhole() throws LiquibaseException {
        assertThat(owner.queryForObject("SELECT LOCKED FROM DATABASECHANGELOGLOCK", Boolean.class))
                .isFalse();
        assertThat(Schema.recordedChanges(owner)).doesNotHaveDuplicates();
        assertThat(Schema.of(owner)).isEqualTo(Schema.ofNew("latchkey_undisturbed"));
    }

    /** Kills a start between its first change and the record, which waits for a lock of ours. */
    private void killBeforeRecording(Callable<ProductJar> start) throws Exception {
        try (var connection = owner.getDataSource().getConnection();
                var statement = connection.createStatement()) {
            // Before it starts, or it may be through before it is stopped
            statement.execute(HOLD_RECORDS);
            try (var killed = start.call()) {
                await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(this::isBlocked);
                killed.kill();
            }
        }
    }
}
