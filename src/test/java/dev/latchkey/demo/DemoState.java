package dev.latchkey.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** What the demo keeps under {@code target/demo}, for one process at a time. */
final class DemoState {

    static final String DATABASE = "latchkey_demo";

    private static final Path STATE = Path.of("target", "demo");

    static final Path KEYSET = STATE.resolve("keyset.json");
    static final Path MAIL = STATE.resolve("mail");
    static final Path MARIADB = STATE.resolve("mariadb");

    /** One line while the database runs: its JDBC address, for it listens on another port each time. */
    static final Path ADDRESS = STATE.resolve("database");

    private DemoState() {}

    /** Holds the state until the process ends; false where another process does. */
    static boolean lock() throws IOException {
        Files.createDirectories(STATE);
        var lock = FileChannel.open(STATE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (lock == null) {
            return false;
        }
        Files.deleteIfExists(ADDRESS);
        // A lock that nobody refers to is collected, and then held no longer
        Runtime.getRuntime().addShutdownHook(new Thread(lock::isValid));
        return true;
    }

    static EmbeddedMariaDb startDatabase() throws IOException, ManagedProcessException {
        quieten("ch.vorburger", "com.icegreen");
        var database = EmbeddedMariaDb.start(Path.of("target", "mariadb"), MARIADB);
        var written = Files.writeString(STATE.resolve("database.new"), database.jdbcUrl(DATABASE) + "\n");
        Files.move(written, ADDRESS, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return database;
    }

    /**
     * The JDBC address of the demo's database, for a command: of the one that runs, or of one that this starts.
     *
     * @throws IllegalStateException with a sentence where there is no demo, or none that can be asked just now
     */
    static String reachDatabase() throws IOException, ManagedProcessException {
        if (!Files.exists(KEYSET) || !Files.exists(MARIADB)) {
            throw new IllegalStateException("There is no demo yet. Start it with script/server.");
        }
        if (lock()) {
            return startDatabase().jdbcUrl(DATABASE);
        }
        if (!Files.exists(ADDRESS)) {
            throw new IllegalStateException("The demo is starting. Try again in a moment.");
        }
        return Files.readString(ADDRESS).strip();
    }

    static void forget() throws IOException {
        FileSystemUtils.deleteRecursively(MARIADB);
        FileSystemUtils.deleteRecursively(MAIL);
        Files.deleteIfExists(KEYSET);
    }

    /** The settings of the product that its server and its commands share. */
    static List<String> settings(String jdbcUrl, DemoSettings settings) {
        return List.of(
                "--spring.datasource.url=" + jdbcUrl,
                "--spring.datasource.username=" + EmbeddedMariaDb.USER,
                "--spring.datasource.password=" + EmbeddedMariaDb.USER,
                "--spring.liquibase.user=" + EmbeddedMariaDb.OWNER,
                "--spring.liquibase.password=" + EmbeddedMariaDb.OWNER,
                "--spring.mail.host=" + settings.smtpHost().orElse("127.0.0.1"),
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--latchkey.public-url=http://localhost:" + settings.port(),
                "--latchkey.mail.from=latchkey@example.com",
                "--latchkey.keyset-file=" + KEYSET);
    }

    /** Before Spring Boot has set up the logging, whose levels then hold. */
    private static void quieten(String... packages) {
        for (var name : packages) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR);
        }
    }
}
