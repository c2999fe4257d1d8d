package dev.latchkey.twofactor.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.demo.ReadableMail;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.enrolment.ImportedEnrolments;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserService;
import dev.latchkey.user.password.reset.PasswordResetHold;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A notice says when and from where, and leads to the page on which its reader can do something. */
@LatchkeyTest
class NoticeContentTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final String NOT_YOU = "If this wasn't you";

    private static final Timestamp HAPPENED = Timestamp.from(Instant.parse("2026-11-27T10:14:00Z"));

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private UserService users;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxPump pump;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private ImportedEnrolments imported;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private PasswordResetHold hold;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TheAccount account;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;
    private Person reader;

    @BeforeEach
    void anAdministratorAndAReader() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        clock.toNextStep();
        reader = people.member();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void what_a_browser_did_is_told_with_time_address_and_browser_of_that_moment() {
        people.enrol(reader);
        clock.toNextStep();
        var browser = new Browser(port).withHeader("User-Agent", FIREFOX);
        browser.logIn(reader.email(), People.PASSWORD);
        for (var wrong = 0; wrong < 5; wrong++) {
            browser.enterCode("000000");
        }
        var address = jdbc.queryForObject(
                "SELECT address FROM audit_entry WHERE action = 'CODE_REFUSED' ORDER BY id DESC LIMIT 1", String.class);
        var happened = jdbc.queryForObject(
                "SELECT happened_at FROM outbox_message WHERE kind = 'WRONG_CODES'", Timestamp.class);
        clock.advance(java.time.Duration.ofMinutes(10));
        pump.run();

        var text = mail(reader, "wrong authentication codes").text();
        assertThat(text)
                .contains(
                        "IP address: " + address,
                        "Browser: Firefox on Linux",
                        NOT_YOU,
                        "latchkey.example/reset-password")
                .containsPattern("Time: .* UTC");
        assertThat(happened.toInstant()).isBefore(clock.instant().minusSeconds(500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9 | Europe/London | Time: 27 November 2026, 10:14 GMT",
                "en-US,en;q=0.9 | America/New_York | Time: November 27, 2026, 5:14 AM EST",
                "de-AT,de;q=0.9 | Europe/Vienna | Zeit: 27. November 2026, 11:14 MEZ",
                "en | | Time: 27 November 2026, 10:14 UTC",
            })
    void a_time_is_written_as_in_the_readers_region_and_time_zone_and_names_that_zone(
            String asked, @Nullable String zone, String line) {
        new Browser(port).withHeader("Accept-Language", asked).logIn(reader.email(), People.PASSWORD);
        if (zone != null) {
            people.does(reader, () -> users.recordTimeZone(reader.id(), ZoneId.of(zone)));
        }
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, created_at, next_attempt_at) VALUES (?, ?, ?, ?)",
                SecurityNotice.RECOVERY_CODES_MADE.name(),
                reader.id(),
                HAPPENED,
                HAPPENED);
        pump.run();

        var text = new Mailbox(reader.email()).await(1, "").text();
        assertThat(text.replace('\u202F', ' ').lines()).contains(line);
    }

    @Test
    void
            a_reset_by_an_administrator_is_not_taken_for_the_readers_own_and_does_not_give_the_administrators_address_away() {
        people.enrol(reader);
        account.enforce();
        people.does(administrator, () -> reset.reset(administrator.id(), reader.id(), SecretDelivery.BY_EMAIL));
        pump.run();

        assertThat(mail(reader, "your two-factor authentication was reset").text())
                .contains("has reset two-factor authentication", "Time: ", "latchkey.example/login")
                .doesNotContain(NOT_YOU, "IP address", "/profile");
    }

    @Test
    void a_link_that_an_administrator_approved_is_not_told_to_have_been_asked_for_from_their_address() {
        people.enrol(reader);
        account.enforce();
        people.does(administrator, () -> reset.reset(administrator.id(), reader.id(), SecretDelivery.BY_EMAIL));
        links.ask(reader.email());
        var second = people.administrator();
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.9");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            people.does(second, () -> hold.end(second.id(), reader.id()));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        pump.run();

        assertThat(mail(reader, "choose a new password").text())
                .contains("Time: ")
                .doesNotContain("203.0.113.9");
    }

    @Test
    void break_glass_leads_administrators_to_the_user_and_the_user_to_the_login() {
        transaction.executeWithoutResult(status -> {
            var about = new UserReference(reader.id());
            outbox.enqueue(SecurityNotice.BREAK_GLASS_REOPENED, administrator.id(), about);
            outbox.enqueue(SecurityNotice.BREAK_GLASS_REOPENED, reader.id(), about);
        });
        pump.run();

        assertThat(mail(administrator, "break-glass").text())
                .contains("latchkey.example/access-management/users/" + reader.id())
                .doesNotContain("/profile");
        assertThat(mail(reader, "break-glass used for your login").text())
                .contains("let you log in as " + reader.email(), "latchkey.example/login")
                .doesNotContain("/profile", "that user");
    }

    @Test
    void the_last_administrator_is_not_sent_to_another_one() {
        transaction.executeWithoutResult(
                status -> outbox.enqueue(SecurityNotice.LAST_ADMINISTRATOR_GUESSED, administrator.id()));
        pump.run();

        assertThat(mail(administrator, "guessing your authentication codes").text())
                .contains("choose a new password right away", "latchkey.example/reset-password")
                .doesNotContain("tell an administrator");
    }

    @Test
    void a_message_from_before_there_was_an_occasion_says_when_it_was_put_in() {
        var earlier = Timestamp.from(Instant.parse("2026-01-02T03:04:05Z"));
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, created_at, next_attempt_at) VALUES (?, ?, ?, ?)",
                SecurityNotice.RECOVERY_CODES_MADE.name(),
                reader.id(),
                earlier,
                earlier);
        pump.run();

        assertThat(mail(reader, "new recovery codes").text())
                .contains("Time: 2 January 2026, 03:04 UTC")
                .doesNotContain("IP address", "Browser:");
    }

    @Test
    void a_secret_that_a_password_has_caused_says_when_and_from_where_and_what_to_do_if_it_was_a_stranger() {
        account.enforce();
        new Browser(port).withHeader("User-Agent", FIREFOX).logIn(reader.email(), People.PASSWORD);
        pump.run();

        assertThat(mail(reader, "your set-up code").text())
                .contains("Time: ", "IP address: ", "Browser: Firefox on Linux", NOT_YOU + ", don't use this email");
    }

    @Test
    void an_app_that_an_administrator_has_imported_is_not_taken_for_the_readers_own_doing() {
        var app = TotpSecret.generate();
        var name = Optional.of(new AppEntry("Old Inc", reader.email()));
        people.does(
                administrator,
                () -> transaction.execute(status -> imported.adoptForExisting(
                        administrator.id(), reader.id(), app, TotpParameters.STANDARD, name)));
        pump.run();

        assertThat(mail(reader, "two-factor authentication is on").text())
                .contains("An administrator of Example Inc has imported", "Time: ", "/profile")
                .doesNotContain(NOT_YOU, "IP address");
        var browser = new Browser(port);
        browser.logIn(reader.email(), People.PASSWORD);
        assertThat(browser.open("/login/verify").body()).contains("look for Old Inc (" + reader.email() + ")");
    }

    private static ReadableMail mail(Person to, String subject) {
        return new Mailbox(to.email()).await(1, subject);
    }
}
