package dev.latchkey.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.latchkey.LatchkeyApplication;
import dev.latchkey.twofactor.KeysetFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the product on a MariaDB and an SMTP server of its own, with everything kept under {@code target/demo}. Started by
 * {@code script/server}; listens on the loopback interface alone, for its passwords are known to everybody.
 */
public final class DemoApplication {

    private static final Path STATE = Path.of("target", "demo");

    private DemoApplication() {}

    /** Takes {@code PORT}, {@code DEMO_USERS} and {@code DEMO_SMTP} from the environment. */
    public static void main(String[] args) throws Exception {
        DemoSettings settings;
        try {
            settings = DemoSettings.from(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        var lock = lock();
        if (lock == null) {
            System.err.println("A demo is already running on target/demo; stop it first.");
            System.exit(1);
            return;
        }
        // A lock that nobody refers to is collected, and then held no longer
        Runtime.getRuntime().addShutdownHook(new Thread(lock::isValid));
        if (List.of(args).contains("--fresh")) {
            forget();
        }
        run(settings);
    }

    private static void forget() throws IOException {
        FileSystemUtils.deleteRecursively(STATE.resolve("mariadb"));
        FileSystemUtils.deleteRecursively(STATE.resolve("mail"));
        Files.deleteIfExists(STATE.resolve("keyset.json"));
    }

    private static void run(DemoSettings settings) throws Exception {
        System.out.println("Starting Latchkey …");
        quieten("ch.vorburger", "com.icegreen");
        var keyset = STATE.resolve("keyset.json");
        if (!Files.exists(keyset)) {
            KeysetFile.create(keyset);
        }
        var database = EmbeddedMariaDb.start(Path.of("target", "mariadb"), STATE.resolve("mariadb"));
        var spool = new MailSpool(STATE.resolve("mail"));
        var address = "http://localhost:" + settings.port();
        var properties = List.of(
                "--server.port=" + settings.port(),
                "--server.address=localhost",
                "--spring.datasource.url=" + database.jdbcUrl("latchkey_demo"),
                "--spring.datasource.username=" + EmbeddedMariaDb.USER,
                "--spring.datasource.password=" + EmbeddedMariaDb.USER,
                "--spring.mail.host=" + settings.smtpHost().orElse("127.0.0.1"),
                "--spring.mail.port="
                        + settings.smtpPort()
                                .orElseGet(() -> EmbeddedSmtp.start(spool).port()),
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--latchkey.public-url=" + address,
                "--latchkey.mail.from=latchkey@example.com",
                "--latchkey.keyset-file=" + keyset,
                "--demo.users=" + settings.users(),
                "--demo.mail=" + STATE.resolve("mail"));
        SpringApplication.from(LatchkeyApplication::main)
                .with(DemoConfiguration.class)
                .run(properties.toArray(String[]::new));
        System.out.printf("""

                Latchkey is at %1$s
                  log in as    admin@example.com, or user1@example.com … user%2$d@example.com
                  password     latchkey-demo
                  their mail   %1$s/demo/mailbox

                """, address, settings.users());
    }

    /** Before Spring Boot has set up the logging, whose levels then hold. */
    private static void quieten(String... packages) {
        for (var name : packages) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ERROR);
        }
    }

    /** Held until the process ends; null where another one holds it. */
    private static @Nullable FileLock lock() throws IOException {
        Files.createDirectories(STATE);
        return FileChannel.open(STATE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
    }
}
