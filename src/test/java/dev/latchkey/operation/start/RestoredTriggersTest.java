package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.OperatorScript;
import dev.latchkey.support.RealServers;
import dev.latchkey.support.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that was dumped and restored by hand, as operators do, on a server where its owner has another name. */
@ExtendWith(OutputCaptureExtension.class)
class RestoredTriggersTest {

    private static final Path CLIENTS = Path.of("target", "mariadb", "bin").toAbsolutePath();
    private static final String ENTRY =
            "INSERT INTO audit_entry (occurred_at, action) VALUES ('2026-01-01', 'SIGNED_OUT')";
    private static final int NO_SUCH_DEFINER = 1449;
    private static final int SIGNALLED = 1644;

    @TempDir
    private Path folder;

    @Test
    void FIELD_O16_triggers_of_an_owner_who_is_not_there_any_more_are_defined_again_by_todays(CapturedOutput output)
            throws Exception {
        var dumped = SchemaStart.onEmpty("latchkey_dumped");
        dumped.run();
        SampleRows.insertInto(dumped.owner());
        var restored = SchemaStart.onEmpty("latchkey_restored");
        asAdministrator(restored, ofFormerOwner(dump("latchkey_dumped")));
        var application = jdbc("latchkey_restored", EmbeddedMariaDb.USER, EmbeddedMariaDb.USER);
        assertFails(() -> application.update(ENTRY), NO_SUCH_DEFINER);

        restored.run();

        assertThat(application.update(ENTRY)).isOne();
        assertThat(Schema.of(restored.owner())).isEqualTo(Schema.of(dumped.owner()));
        assertFails(() -> restored.owner().update("DELETE FROM audit_entry"), SIGNALLED);
        assertThat(output).contains("WARN", "audit_entry_recorded_at (by former@%)");
    }

    @Test
    void a_trigger_that_somebody_else_has_made_never_runs_with_the_privileges_of_the_owner() throws Exception {
        var database = SchemaStart.onEmpty("latchkey_foreign_trigger");
        database.run();
        var before = Schema.of(database.owner());
        asAdministrator(
                database,
                "CREATE OR REPLACE DEFINER=`former`@`%` TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW SET NEW.detail = 'x';\n"
                        + "CREATE DEFINER=`former`@`%` TRIGGER theirs BEFORE UPDATE ON users FOR EACH ROW SET NEW.name = 'x';");

        database.run();

        assertThat(database.owner()
                        .queryForObject(
                                "SELECT DEFINER FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() AND TRIGGER_NAME = 'theirs'",
                                String.class))
                .isEqualTo("former@%");
        database.owner().execute("DROP TRIGGER theirs");
        assertThat(Schema.of(database.owner())).isEqualTo(before);
    }

    /** As a server dumps it whose owner of the tables is another user. */
    private static String ofFormerOwner(String dump) {
        var former = dump.replaceAll("DEFINER=`latchkey`@`[^`]+`", "DEFINER=`former`@`%`");
        assertThat(former).isNotEqualTo(dump);
        return former;
    }

    private String dump(String database) throws IOException, InterruptedException {
        var file = folder.resolve("dump.sql");
        var settings = OperatorScript.defaultsFile(
                folder, RealServers.database(database), EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER);
        client("mariadb-dump", "--defaults-file=" + settings, "--single-transaction", "--triggers", database)
                .redirectOutput(file.toFile())
                .start()
                .waitFor();
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** The administrator of the server, whom it knows by its socket, and who alone may name another definer. */
    private void asAdministrator(SchemaStart database, String statements) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("statements.sql"), statements, StandardCharsets.ISO_8859_1);
        var socket = database.owner().queryForObject("SELECT @@socket", String.class);
        var name = database.owner().queryForObject("SELECT DATABASE()", String.class);
        assertThat(client(
                                "mariadb",
                                "--no-defaults",
                                "--skip-ssl",
                                "--socket=" + socket,
                                "--user=" + System.getProperty("user.name"),
                                name)
                        .redirectInput(file.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static ProcessBuilder client(String program, String... arguments) {
        var command = new ArrayList<>(List.of(CLIENTS.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static JdbcTemplate jdbc(String database, String user, String password) {
        return new JdbcTemplate(new DriverManagerDataSource(RealServers.database(database), user, password));
    }

    private static void assertFails(ThrowingCallable statement, int code) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(statement)
                .havingRootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(code));
    }
}
