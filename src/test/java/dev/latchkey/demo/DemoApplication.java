package dev.latchkey.demo;

import dev.latchkey.LatchkeyApplication;
import dev.latchkey.twofactor.keyset.KeysetFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/**
 * Runs the product on a MariaDB and an SMTP server of its own, with everything kept under {@code target/demo}. Started by
 * {@code script/server}; listens on the loopback interface alone, for its passwords are known to everybody.
 */
public final class DemoApplication {

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
        if (!DemoState.lock()) {
            System.err.println("A demo is already running on target/demo. Stop it first.");
            System.exit(1);
            return;
        }
        if (List.of(args).contains("--fresh")) {
            DemoState.forget();
        }
        run(settings);
    }

    private static void run(DemoSettings settings) throws Exception {
        System.out.println("Starting Latchkey …");
        if (!Files.exists(DemoState.KEYSET)) {
            KeysetFile.create(DemoState.KEYSET);
        }
        var database = DemoState.startDatabase();
        var spool = new MailSpool(DemoState.MAIL);
        var address = "http://localhost:" + settings.port();
        var properties = new ArrayList<>(DemoState.settings(database.jdbcUrl(DemoState.DATABASE), settings));
        properties.addAll(List.of(
                "--server.port=" + settings.port(),
                "--server.address=localhost",
                // Several demos run beside each other, and nobody watches them
                "--management.server.port=-1",
                "--spring.mail.port="
                        + settings.smtpPort()
                                .orElseGet(() -> EmbeddedSmtp.start(spool).port()),
                "--demo.users=" + settings.users(),
                "--demo.mail=" + DemoState.MAIL));
        SpringApplication.from(LatchkeyApplication::main)
                .with(DemoConfiguration.class)
                .run(properties.toArray(String[]::new));
        System.out.printf("""

                Latchkey is running at %1$s
                  Log in as:  admin@example.com or user1@example.com … user%2$d@example.com
                  Password:   latchkey-demo
                  All mail:   %1$s/demo/mailbox

                """, address, settings.users());
    }
}
