package dev.latchkey.signin.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.read.ListAppender;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Fail2ban;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class FailedLoginTest {

    private static final String ADDRESS = "127\\.\\d+\\.\\d+\\.\\d+";

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    private final Logger log = (Logger) LoggerFactory.getLogger("dev.latchkey.signin.FailedLogin");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void read() {
        written.start();
        log.addAppender(written);
    }

    @AfterEach
    void readNoMore() {
        log.detachAppender(written);
    }

    @Test
    void FIELD_O15_each_failed_login_has_one_line_with_the_address_and_nothing_that_was_typed() {
        var person = people.member();
        var app = people.enrol(person);
        clock.toNextStep();
        var browser = new Browser(port);

        browser.logIn(person.email(), "not the password");
        assertThat(lines())
                .singleElement()
                .asString()
                .matches("Failed login from " + ADDRESS + ": wrong email or password");
        browser.logIn("nobody@example.com", "not the password");
        assertThat(lines())
                .as("whether the address is a user's is not told")
                .hasSize(2)
                .allMatch(line -> line.endsWith(": wrong email or password"));
        browser.logIn(person.email(), People.PASSWORD);
        browser.enterCode(app.wrongCode());
        browser.enterRecoveryCode("0000-0000-0000-0000-0000-0000");
        assertThat(lines().subList(2, 4))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(": wrong code"),
                        line -> assertThat(line).endsWith(": wrong recovery code"));
        browser.enterCode("no code");
        browser.enterCode(app.code());
        assertThat(lines()).hasSize(4).noneMatch(line -> line.contains("@"));
    }

    @Test
    void FIELD_O15_an_attempt_that_the_limits_refuse_unchecked_has_no_line() {
        var person = people.member();
        var browser = new Browser(port);
        for (var i = 0; i < 5; i++) {
            browser.logIn(person.email(), "not the password");
        }
        var checked = lines().size();

        browser.logIn(person.email(), People.PASSWORD);
        browser.logIn(person.email(), People.PASSWORD);

        assertThat(checked).isBetween(1, 5);
        assertThat(lines()).hasSize(checked);
    }

    @Test
    void FIELD_O15_the_filter_for_fail2ban_finds_every_such_line_of_the_log_and_no_other() throws Exception {
        assumeTrue(Fail2ban.isInstalled(), "fail2ban-regex is not installed");
        var browser = new Browser(port);
        browser.logIn("nobody@example.com", "not the password");
        browser.logIn("nobody@example.com", "not the password");
        var forged = log("\n" + asWritten(written.list.getFirst()));

        var found = Fail2ban.find("latchkey", logFile(forged));

        assertThat(found).contains("Failregex: 2 total", "2 matched");
    }

    /** Without the program the same by its rules: it takes the date out of the line, and then the address. */
    @Test
    void FIELD_O15_the_filters_expression_finds_the_line_as_the_log_has_it() throws IOException {
        new Browser(port).logIn("nobody@example.com", "not the password");
        var line = asWritten(written.list.getFirst());

        var expression = setting("failregex")
                .replace("%(_journal)s", setting("_journal"))
                .replace("<ADDR>", ADDRESS);
        assertThat(line.strip().replaceFirst("^\\S+", "")).matches(expression);
        assertThat(("  | " + line).strip().replaceFirst("^\\S+", "")).doesNotMatch(expression);
    }

    private static String setting(String name) throws IOException {
        return Files.readAllLines(Fail2ban.filter("latchkey")).stream()
                .filter(line -> line.startsWith(name + " = "))
                .map(line -> line.substring(name.length() + 3))
                .findFirst()
                .orElseThrow();
    }

    private List<String> lines() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private ILoggingEvent log(String message) {
        log.warn(message);
        return written.list.getLast();
    }

    private Path logFile(ILoggingEvent forged) throws IOException {
        var text = new StringBuilder();
        Stream.concat(written.list.stream().filter(event -> event != forged), Stream.of(forged))
                .map(FailedLoginTest::asWritten)
                .forEach(text::append);
        return Files.writeString(folder.resolve("log"), text);
    }

    /** By the product's own format of lines. */
    private static String asWritten(ILoggingEvent event) {
        var appenders = new ArrayList<OutputStreamAppender<ILoggingEvent>>();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .iteratorForAppenders()
                .forEachRemaining(appender -> {
                    if (appender instanceof OutputStreamAppender<ILoggingEvent> console) {
                        appenders.add(console);
                    }
                });
        return new String(appenders.getFirst().getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
