package dev.latchkey.support;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.demo.EmbeddedSmtp;
import dev.latchkey.demo.MailSpool;
import dev.latchkey.twofactor.keyset.KeysetFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Starts the embedded servers once for all tests of this JVM and points a context at them, at a database of its own. */
public final class RealServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + database("latchkey_test_" + CONTEXTS.incrementAndGet()),
                        "spring.datasource.username=" + EmbeddedMariaDb.USER,
                        "spring.datasource.password=" + EmbeddedMariaDb.USER,
                        "spring.liquibase.user=" + EmbeddedMariaDb.OWNER,
                        "spring.liquibase.password=" + EmbeddedMariaDb.OWNER,
                        "spring.datasource.hikari.maximum-pool-size=20",
                        "management.server.port=0",
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + Running.SMTP.port(),
                        "latchkey.sign-in.failures-per-address=" + (Browser.haveAddressesOfTheirOwn() ? 30 : 1_000_000),
                        "latchkey.public-url=https://latchkey.example",
                        "latchkey.mail.from=latchkey@example.com",
                        "latchkey.keyset-file=" + Running.KEYSET)
                .applyTo(context);
        context.getBeanFactory().registerSingleton("mailSpool", Running.SPOOL);
        LogCanary.watchEverything();
    }

    /** The address of an own database on the shared server. */
    public static String database(String name) {
        return Running.DATABASE.jdbcUrl(name);
    }

    /** Where the shared SMTP server listens. */
    public static int smtpPort() {
        return Running.SMTP.port();
    }

    /** What the shared SMTP server took. */
    public static MailSpool mail() {
        return Running.SPOOL;
    }

    private static final class Running {

        private static final Path ALL = Path.of("target", "test-servers");
        // Kept until the process ends, or the next would take the folder for free
        private static final FileLock PLACE;
        private static final Path KEYSET;
        private static final EmbeddedMariaDb DATABASE;
        private static final EmbeddedSmtp SMTP;
        private static final MailSpool SPOOL;

        static {
            try {
                ((Logger) LoggerFactory.getLogger("ch.vorburger")).setLevel(Level.ERROR);
                var place = 1;
                var lock = lock(place);
                while (lock == null) {
                    lock = lock(++place);
                }
                PLACE = lock;
                var state = ALL.resolve(String.valueOf(place));
                EmbeddedMariaDb.endOrphan(state.resolve("mariadb"));
                FileSystemUtils.deleteRecursively(state);
                Files.createDirectories(state);
                KEYSET = state.resolve("keyset.json");
                KeysetFile.create(KEYSET);
                // What a power cut takes is worth nothing here, and each change of the schema would wait for the disk
                DATABASE = EmbeddedMariaDb.start(
                        Path.of("target", "mariadb"), state.resolve("mariadb"), "--debug-no-sync");
                SPOOL = new MailSpool(state.resolve("mail"));
                SMTP = EmbeddedSmtp.start(SPOOL);
            } catch (Exception e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        /** Null where another process that runs tests, whoever started it, is in that place. */
        private static @Nullable FileLock lock(int place) throws IOException {
            Files.createDirectories(ALL);
            var file = FileChannel.open(ALL.resolve(place + ".lock"), CREATE, WRITE);
            var lock = file.tryLock();
            if (lock == null) {
                file.close();
            }
            return lock;
        }
    }
}
