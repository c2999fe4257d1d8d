package dev.latchkey.operation.command;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.mail.MailProperties;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.QrReader;
import dev.latchkey.support.RealServers;
import dev.latchkey.support.Terminal;
import dev.latchkey.twofactor.reset.BreakGlass;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** What whoever owns the server sees of break-glass, and how far the user comes with it. */
@LatchkeyTest
class BreakGlassCommandTest extends ChromiumJourney {

    private static final Pattern KEY = Pattern.compile("Secret Key: ([A-Z2-7 ]+)");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private BreakGlass breakGlass;

    @Autowired
    private MailProperties mailProperties;

    @Autowired
    private Environment environment;

    @Autowired
    private Enrolments enrolments;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @BeforeEach
    @AfterEach
    void leaveNobody() {
        people.startOver();
    }

    @Test
    void a_locked_out_administrator_signs_in_with_the_printed_key() {
        var administrator = people.administrator();
        people.enrol(administrator);
        enrolments.lock(administrator);
        clock.toNextStep();
        logIn(page, administrator);
        codeField(page).fill("000000");
        button(page, "Verify").click();
        assertThat(page.getByText("Ask an administrator to unlock").last()).isVisible();

        assertThat(command(true).perform(administrator.email())).isZero();

        page.reload();
        assertThat(page.getByText("Your session has ended.").last()).isVisible();
        logIn(page, administrator);
        assertThat(page.getByText("Open your authenticator app").last()).isVisible();
        giveCode(page, new AuthenticatorApp(printedKey(), clock));
        page.navigate("/access-management/audit-trail");
        assertThat(page.getByText("Break-glass on the server: login restored").first())
                .isVisible();
    }

    @Test
    void the_qr_code_on_the_screen_holds_the_key_whatever_the_colours_of_the_terminal_are() {
        var administrator = people.administrator();
        people.enrol(administrator);

        command(true).perform(administrator.email());
        assertThat(Stream.of(Terminal.dark(), Terminal.light())
                        .map(terminal -> QrReader.readKey(terminal.picture(printed()))))
                .containsOnly(printedKey().replace(" ", ""));
        assertThat(printed()).doesNotContain("otpauth:");

        screen.reset();
        command(false).perform(administrator.email());
        assertThat(printed()).as("without colours").doesNotContain("\u001B");
        assertThat(QrReader.readKey(Terminal.light().picture(printed())))
                .isEqualTo(printedKey().replace(" ", ""));
    }

    @Test
    void who_is_not_known_is_told_so_and_nothing_else_happens() {
        assertThat(command(true).perform("nobody@example.com")).isOne();
        assertThat(command(true).perform("not an address")).isOne();
        assertThat(command(true).perform("lift-enforcement")).isOne();

        assertThat(printed().lines())
                .containsExactly(
                        "Nothing was changed: there is no user with the email address nobody@example.com.",
                        "Nothing was changed: there is no user with the email address not an address.",
                        "Nothing was changed: two-factor authentication isn't enforced.");
    }

    @Test
    void it_runs_beside_the_server_or_without_it_and_listens_sends_and_announces_nothing() throws Exception {
        var database = RealServers.database("latchkey_break_glass");
        assertThat(BreakGlassCommand.run("ada@example.com", screen(), false, Locale.ENGLISH, arguments(database)))
                .isOne();
        assertThat(printed()).contains("there is no account yet");
        screen.reset();
        try (var connection = DriverManager.getConnection(database, EmbeddedMariaDb.USER, EmbeddedMariaDb.USER);
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO account (id, company_name, enforced_since) VALUES (1, 'Example Inc', NOW())");
            statement.execute("INSERT INTO users (email, name, password_hash, status, created_at)"
                    + " VALUES ('ada@example.com', 'Ada', '', 'ACTIVE', NOW())");

            assertThat(BreakGlassCommand.run("ada@example.com", screen(), false, Locale.ENGLISH, arguments(database)))
                    .isZero();

            assertThat(printedKey()).hasSize(39);
            try (var counts = statement.executeQuery("SELECT (SELECT COUNT(*) FROM one_time_link),"
                    + " (SELECT COUNT(*) FROM outbox_message WHERE status = 'WAITING'),"
                    + " (SELECT COUNT(*) FROM enrolment WHERE origin = 'ON_CONSOLE')")) {
                counts.next();
                assertThat(new int[] {counts.getInt(1), counts.getInt(2), counts.getInt(3)})
                        .containsExactly(0, 1, 1);
            }
        }
    }

    private String[] arguments(String database) {
        var settings = Stream.of(
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.liquibase.user",
                        "spring.liquibase.password",
                        "spring.mail.host",
                        "spring.mail.port",
                        "latchkey.public-url",
                        "latchkey.mail.from",
                        "latchkey.keyset-file")
                .map(name -> "--" + name + "=" + environment.getProperty(name));
        return Stream.concat(Stream.of("--spring.datasource.url=" + database), settings)
                .toArray(String[]::new);
    }

    private BreakGlassCommand command(boolean coloured) {
        return new BreakGlassCommand(breakGlass, application, mailProperties, screen(), coloured, Locale.ENGLISH);
    }

    private PrintStream screen() {
        return new PrintStream(screen, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private String printedKey() {
        var key = KEY.matcher(printed());
        if (!key.find()) {
            throw new AssertionError("no key");
        }
        LogCanary.mustNotBeLogged(key.group(1).strip().replace(" ", ""));
        return key.group(1).strip();
    }
}
