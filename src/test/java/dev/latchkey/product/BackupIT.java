package dev.latchkey.product;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final String TO = "latchkey_moved";

    @TempDir
    private Path folder;

    private Path backups;

    @BeforeEach
    void makeAFolderAndUsers() throws Exception {
        backups = Files.createDirectory(folder.resolve("backups"));
        try (var root = root()) {
            makeUser(root, "backup", "SELECT, TRIGGER", FROM);
            makeUser(root, "moved", "ALL PRIVILEGES", TO);
            makeUser(root, "moved_app", "SELECT, INSERT, UPDATE, DELETE", TO);
        }
    }

    @Test
    void FIELD_O16_a_backup_by_a_user_with_few_privileges_is_restored_under_other_users_and_completed_by_the_jar()
            throws Exception {
        var settings = ProductSettings.of(folder, FROM);
        assertThat(ProductJar.run(settings, "--after-restore"))
                .as("it makes the tables of an empty database, as the server does")
                .contains("The backup doesn't say when it was taken.", "Everyone is logged out. Users: 0");
        change(FROM, "INSERT INTO account (id, company_name) VALUES (1, 'Example /*!50017 DEFINER=`a`@`b`*/ Inc')");
        change(FROM, "INSERT INTO users (email, status, created_at) VALUES ('ada@example.com', 'ACTIVE', NOW())");

        var printed = OperatorScript.run("backup", defaults("backup"), FROM, backups.toString())
                .succeeds()
                .output();

        var backup = OperatorScript.backupIn(backups);
        assertThat(printed).contains("Wrote " + backup, "triggers 5", "The keyset isn't in it.");
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
        assertThat(text(backup)).doesNotContain("primaryKeyId").endsWith("';\n");

        RealServers.database(TO);
        var moved = ProductSettings.of(folder, TO)
                .with("SPRING_DATASOURCE_USERNAME", "latchkey_moved_app")
                .with("SPRING_DATASOURCE_PASSWORD", "latchkey_moved_app")
                .with("SPRING_LIQUIBASE_USER", "latchkey_moved")
                .with("SPRING_LIQUIBASE_PASSWORD", "latchkey_moved");
        var restored = OperatorScript.run(
                        "restore",
                        moved.environment(),
                        defaults("moved"),
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
                .allMatch(definer -> definer.startsWith("latchkey_moved@"));
    }

    private Path defaultsFile(String name) throws IOException {
        return OperatorScript.defaultsFile(folder, RealServers.database(FROM), "latchkey_" + name, "latchkey_" + name);
    }

    private String defaults(String name) throws IOException {
        return "--defaults-file=" + defaultsFile(name);
    }

    /** On the server of the tests, root needs no password. */
    private static Connection root() throws SQLException {
        return DriverManager.getConnection(RealServers.database(FROM), "root", "");
    }

    /** A user with their name as password; {@code 127.0.0.1} may have a name or not. */
    private static void makeUser(Connection root, String name, String privileges, String database) throws SQLException {
        try (var statement = root.createStatement()) {
            for (var host : List.of("localhost", "127.0.0.1")) {
                var user = "'latchkey_" + name + "'@'" + host + "'";
                statement.execute("CREATE OR REPLACE USER " + user + " IDENTIFIED BY 'latchkey_" + name + "'");
                statement.execute("GRANT " + privileges + " ON " + database + ".* TO " + user);
            }
        }
    }

    private static void change(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(RealServers.database(database), "root", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(RealServers.database(database), "root", "");
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
