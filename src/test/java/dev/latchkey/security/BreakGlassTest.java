package dev.latchkey.security;

import static dev.latchkey.support.Browser.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.reset.BreakGlass;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.lockout.PasswordAttempts;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@SecurityTest
class BreakGlassTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AccountService accounts;

    @Autowired
    private BreakGlass breakGlass;

    @Autowired
    private People people;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private SignInSecrets signInSecrets;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private PasswordAttempts passwords;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    @Autowired
    private JdbcTemplate jdbc;

    private Person last;
    private AuthenticatorApp lost;

    @BeforeEach
    void onlyAnAdministratorWhosePhoneIsGone() {
        people.startOver();
        last = people.administrator();
        lost = people.enrol(last);
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @ParameterizedTest
    @EnumSource(SecretDelivery.class)
    void AC_R_21_the_last_administrator_signs_in_with_the_password_and_a_code_from_the_printed_secret(
            SecretDelivery delivery) {
        account.deliver(delivery);
        enrolments.lock(last);
        var email = new EmailAddress(last.email());
        IntStream.range(0, 5).forEach(i -> passwords.take(email));

        var app = reopen(last);

        assertThat(twoFactor.verifyAtSignIn(last.id(), lost.code())).isEqualTo(new CodeResult.Wrong());
        var browser = new Browser(port);
        assertThat(leadsTo(browser.logIn(last.email(), People.PASSWORD))).isEqualTo("/login/verify");
        assertThat(browser.show("login/verify").body())
                .contains("Open your authenticator app")
                .doesNotContain("Secret Key", "Email it again", "data:image");
        assertThat(leadsTo(browser.enterCode(app.code())))
                .as("their first recovery codes")
                .isEqualTo("/recovery-codes");
        assertThat(browser.open("/access-management/users").statusCode()).isEqualTo(200);
        assertThat(mailsWithSecrets()).isZero();
    }

    @Test
    void AC_R_21_it_ends_the_sessions_stands_in_the_trail_without_an_actor_and_is_told_to_all_administrators() {
        var other = people.administrator();
        var member = people.member();
        people.enrol(member);
        clock.toNextStep();
        var browser = new Browser(port);
        browser.logIn(other.email(), People.PASSWORD);
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);

        reopen(member);
        reopen(other.email());

        assertThat(leadsTo(browser.open("/profile"))).isEqualTo("/login?ended");
        assertThat(trail.on(member))
                .filteredOn(line -> line.actorId() == null)
                .containsExactly(
                        new AuditLines.Line("BREAK_GLASS_REOPENED", null, "", member.email(), "break-glass", ""));
        for (var recipient : new Person[] {last, other, member}) {
            assertThat(new Mailbox(recipient.email())
                            .await(1, "break-glass used")
                            .text())
                    .contains(
                            "break-glass",
                            recipient == member ? "You still need your password." : "The password is still needed.",
                            "Only people who run the server");
        }
    }

    @Test
    void AC_R_21_neither_a_sign_in_nor_an_enforcement_nor_the_user_replaces_the_printed_secret_by_a_mailed_one() {
        var other = people.administrator();
        people.enrol(other);
        var app = reopen(last);

        signInSecrets.ensureAfterPassword(last.id());
        people.does(other, () -> enforcement.enforce(other.id(), seen()));
        outbox.run();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.does(last, () -> signInSecrets.mailAgain(last.id())));
        assertThat(mailsWithSecrets()).isZero();
        assertThat(twoFactor.verifyAtSignIn(last.id(), app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void AC_R_21_an_unused_printed_secret_dies_after_72_hours_and_the_ordinary_way_goes_on() {
        var app = reopen(last);
        clock.advance(Duration.ofHours(72));

        assertThat(twoFactor.verifyAtSignIn(last.id(), app.code())).isEqualTo(new CodeResult.Wrong());
        signInSecrets.ensureAfterPassword(last.id());
        outbox.run();
        assertThat(mailsWithSecrets()).isOne();
    }

    @Test
    void AC_R_21_a_disabled_administrator_is_enabled_again_and_nobody_else() {
        var member = people.member();
        var invited = "invited" + last.id() + "@example.com";
        jdbc.update("UPDATE users SET status = 'DISABLED'");
        jdbc.update(
                "INSERT INTO users (email, status, created_at) VALUES (?, 'INVITED', ?)",
                invited,
                Timestamp.from(clock.instant()));

        var app = reopen(last);

        assertThat(twoFactor.verifyAtSignIn(last.id(), app.code())).isEqualTo(new CodeResult.Accepted());
        assertRefused(member.email(), "break-glass.refused.disabled");
        assertRefused(invited, "break-glass.refused.invited");
        assertRefused("nobody@example.com", "break-glass.refused.unknown");
        assertThat(jdbc.queryForList("SELECT email FROM users WHERE status = 'ACTIVE'", String.class))
                .containsExactly(last.email());
    }

    @Test
    void AC_R_21_who_needs_no_code_gets_no_secret() {
        var member = people.member();

        assertThat(breakGlass.reopen(new EmailAddress(member.email())).secret()).isEmpty();
        assertThat(enrolments.existsFor(member)).isFalse();
    }

    @Test
    void AC_R_21_AC_S_05_a_lock_over_wrong_codes_falls() {
        var member = people.member();
        var locked = people.enrol(member);
        enrolments.lock(member);
        clock.toNextStep();
        assertThat(twoFactor.verifyAtSignIn(member.id(), locked.code())).isEqualTo(new CodeResult.Locked());

        var app = reopen(member);

        assertThat(twoFactor.verifyAtSignIn(member.id(), app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void AC_R_21_a_mail_with_an_earlier_secret_that_waits_is_called_back() {
        var member = people.member();
        people.does(last, () -> enforcement.enforce(last.id(), seen()));
        outbox.run();
        outbox.putOff(member.id(), clock.instant().plus(Duration.ofHours(1)));

        reopen(member);

        assertThat(mailsThatWait()).isZero();
    }

    @Test
    void AC_R_21_lifting_the_enforcement_destroys_what_nobody_has_used_and_calls_back_what_waits() {
        var member = people.member();
        people.does(last, () -> enforcement.enforce(last.id(), seen()));
        outbox.run();
        assertThat(enrolments.hasSecret(member)).isTrue();
        outbox.putOff(member.id(), clock.instant().plus(Duration.ofHours(1)));

        breakGlass.liftEnforcement();

        assertThat(enrolments.hasSecret(member)).isFalse();
        assertThat(enrolments.hasSecret(last)).isTrue();
        assertThat(mailsThatWait()).isZero();
    }

    @Test
    void AC_R_21_lifting_the_enforcement_lets_those_without_an_app_in_and_leaves_the_others_protected() {
        var member = people.member();
        account.enforce();

        var audited = newestInTheTrail();
        breakGlass.liftEnforcement();

        assertThat(leadsTo(new Browser(port).logIn(member.email(), People.PASSWORD)))
                .isEqualTo("/");
        assertThat(leadsTo(new Browser(port).logIn(last.email(), People.PASSWORD)))
                .isEqualTo("/login/verify");
        assertThat(new Mailbox(last.email())
                        .await(1, "break-glass turned off enforcement")
                        .text())
                .contains("no longer enforced");
        assertThat(trail.after(audited))
                .filteredOn(line -> line.action().equals("BREAK_GLASS_LIFTED"))
                .extracting(AuditLines.Line::actor)
                .containsExactly("");
        Refusals.assertRefused(breakGlass::liftEnforcement, "break-glass.refused.not-enforced");
    }

    private int mailsThatWait() {
        return outbox.recipientsOf("SECRET_ENFORCED", "WAITING").size();
    }

    private long newestInTheTrail() {
        return trail.latestId();
    }

    private AuthenticatorApp reopen(Person person) {
        var secret =
                breakGlass.reopen(new EmailAddress(person.email())).secret().orElseThrow();
        return new AuthenticatorApp(secret.secret().base32(), clock);
    }

    private void reopen(String email) {
        breakGlass.reopen(new EmailAddress(email));
    }

    private void assertRefused(String email, String messageKey) {
        Refusals.assertRefused(() -> reopen(email), messageKey);
    }

    private Account seen() {
        return accounts.current();
    }

    private int mailsWithSecrets() {
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM outbox_message WHERE recipient_id = ? AND kind LIKE 'SECRET%' AND status <> 'SUPERSEDED'",
                Integer.class, last.id());
    }
}
