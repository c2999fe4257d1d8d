package dev.latchkey.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.Browser;
import dev.latchkey.support.ProductJar;
import dev.latchkey.support.ProductSettings;
import dev.latchkey.support.RealServers;
import dev.latchkey.support.RudeServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server that accepts connections for {@code smtps} and never says a word. */
class SilentMailServerIT {

    private static final String DATABASE = "latchkey_silent_mail";
    private static final String PASSWORD = "a-long-enough-one";
    private static final String EMAIL = "ada@example.com";

    @Test
    void FIELD_O5_FIELD_O6_it_delays_neither_the_start_nor_a_login_nor_another_job_and_is_one_warning(
            @TempDir Path folder) throws Exception {
        try (var silent = new RudeServer(RudeServer.Manner.SAYS_NOTHING);
                var product = ProductJar.serve(ProductSettings.of(folder, DATABASE)
                        .with("SPRING_MAIL_PROTOCOL", "smtps")
                        .with("SPRING_MAIL_PORT", String.valueOf(silent.port()))
                        // Long enough for all that happens meanwhile, and shorter than the default for the test's sake
                        .with("SPRING_MAIL_PROPERTIES_MAIL_SMTPS_TIMEOUT", "12000"))) {
            var port = URI.create(product.url("")).getPort();
            var browser = new Browser(port);
            var setUp = product.await(Pattern.compile("http://localhost:\\d+/(setup/\\S+)"));
            assertThat(Browser.leadsTo(browser.submit(
                            setUp,
                            Map.of("companyName", "Example Inc", "name", "Ada", "email", EMAIL, "password", PASSWORD))))
                    .contains("login");
            browser.submit("reset-password", Map.of("username", EMAIL));
            await().atMost(Duration.ofSeconds(20)).until(() -> silent.callers() == 2);

            new Browser(port).submit("reset-password", Map.of("username", "nobody@example.com"));
            await().atMost(Duration.ofSeconds(20)).until(() -> !isThere("SELECT 1 FROM password_reset_request"));
            assertThat(Browser.leadsTo(new Browser(port).logIn(EMAIL, PASSWORD)))
                    .doesNotContain("login");
            assertThat(isThere("SELECT 1 FROM outbox_message WHERE lease_until IS NOT NULL AND problem IS NULL"))
                    .as("the mail is still on its way after all that, so nothing has waited for it")
                    .isTrue();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> isThere("SELECT 1 FROM outbox_message WHERE problem = 'UNREACHABLE'"));
            assertThat(product.output().lines().filter(line -> line.contains("Can't send mail through")))
                    .singleElement()
                    .asString()
                    .contains(
                            "WARN",
                            "smtps://127.0.0.1:" + silent.port() + ": it doesn't answer in time",
                            "Cause: SocketTimeoutException")
                    .doesNotContain("@");
        }
    }

    private static boolean isThere(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        RealServers.database(DATABASE), EmbeddedMariaDb.USER, EmbeddedMariaDb.USER);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            return answer.next();
        }
    }
}
