package dev.latchkey.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.demo.EmbeddedSmtp;
import dev.latchkey.demo.MailSpool;
import dev.latchkey.twofactor.KeysetFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
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

        private static final Path STATE =
                Path.of("target", "test-servers", System.getProperty("latchkey.test.fork", "fork"));
        private static final Path KEYSET = STATE.resolve("keyset.json");
        private static final EmbeddedMariaDb DATABASE;
        private static final EmbeddedSmtp SMTP;
        private static final MailSpool SPOOL;

        static {
            try {
                ((Logger) LoggerFactory.getLogger("ch.vorburger")).setLevel(Level.ERROR);
                EmbeddedMariaDb.endOrphan(STATE.resolve("mariadb"));
                FileSystemUtils.deleteRecursively(STATE);
                Files.createDirectories(STATE);
                KeysetFile.create(KEYSET);
                DATABASE = EmbeddedMariaDb.start(Path.of("target", "mariadb"), STATE.resolve("mariadb"));
                SPOOL = new MailSpool(STATE.resolve("mail"));
                SMTP = EmbeddedSmtp.start(SPOOL);
            } catch (Exception e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
