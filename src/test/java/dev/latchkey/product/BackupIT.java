package dev.latchkey.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.OperatorScript;
import dev.latchkey.support.ProductJar;
import dev.latchkey.support.ProductSettings;
import dev.latchkey.support.RealServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts for backups and the jar, from one database to another with other users, as a move to another machine is. */
class BackupIT {

    private static final String FROM = "latchkey_backed_up";
    private static final String TO = "latchkey_new_server";

    @TempDir
    private Path folder;

    private Path backups;

    @BeforeEach
    void makeAFolder() throws Exception {
        backups = Files.createDirectory(folder.resolve("backups"));
    }

    @Test
    void FIELD_O16_a_backup_by_a_user_with_few_privileges_is_restored_under_other_users_and_completed_by_the_jar()
            throws Exception {
        var settings = ProductSettings.of(folder, FROM);
        assertThat(ProductJar.run(settings, "--after-restore"))
                .as("it makes the tables of an empty database, as the server does")
                .contains("Nothing was changed: this database has no mark of a restored backup.")
                .doesNotContain("logged out. Users");
        change(FROM, "INSERT INTO account (id, company_name) VALUES (1, 'Example /*!50017 DEFINER=`a`@`b`*/ Inc')");
        // Then a dump changes the database, by its name, for each trigger
        change(FROM, "ALTER DATABASE " + FROM + " CHARACTER SET latin1");
        change(FROM, "INSERT INTO users (email, status, created_at) VALUES ('ada@example.com', 'ACTIVE', NOW())");

        var printed = OperatorScript.run("backup", defaults(EmbeddedMariaDb.BACKUP), FROM, backups.toString())
                .succeeds()
                .output();

        var backup = OperatorScript.backupIn(backups);
        assertThat(printed).contains("Wrote " + backup, "triggers 5", "The keyset isn't in it.");
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
        assertThat(text(backup)).doesNotContain("primaryKeyId").endsWith("';\n");

        var moved = ProductSettings.of(folder, TO)
                .with("SPRING_LIQUIBASE_USER", EmbeddedMariaDb.NEW_OWNER)
                .with("SPRING_LIQUIBASE_PASSWORD", EmbeddedMariaDb.NEW_OWNER);
        var restored = OperatorScript.run(
                        "restore",
                        moved.environment(),
                        defaults(EmbeddedMariaDb.NEW_OWNER),
                        "--jar=" + ProductJar.FILE,
                        TO,
                        backup.toString())
                .succeeds()
                .output();

        assertThat(restored)
                .contains("users         1", "This database is the backup of 20", "Everyone is logged out. Users: 1");
        assertThat(texts(TO, "SELECT company_name FROM account WHERE restored_from IS NULL"))
                .containsExactly("Example /*!50017 DEFINER=`a`@`b`*/ Inc");
        assertThat(texts(TO, "SELECT definer FROM information_schema.triggers WHERE trigger_schema = DATABASE()"))
                .hasSize(5)
                .allMatch(definer -> definer.startsWith(EmbeddedMariaDb.NEW_OWNER + "@"));
    }

    private String defaults(String user) throws IOException {
        return "--defaults-file=" + OperatorScript.defaultsFile(folder, RealServers.database(FROM), user, user);
    }

    private static void change(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                RealServers.database(database), EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER);
    }

    private static List<String> texts(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static String text(Path backup) throws IOException {
        try (var unpacked = new GZIPInputStream(Files.newInputStream(backup))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
