package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.text.ReaderTime;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.challenge.Challenge;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.MemberOrder;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.reset.BreakGlass;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.password.reset.PasswordReset;
import dev.latchkey.user.password.reset.PasswordResetHold;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a thief of a mailbox tries who has nothing else, in both orders, and how its honest owner gets in all the same. */
@SecurityTest
class SingleMailboxTest {

    private static final String NEW_PASSWORD = LogCanary.mustNotBeLogged("sorrel-canary-causeway");
    private static final String HELD_PASSWORD = "an administrator must approve your password reset";
    private static final String HELD_SECRET = "must email you your secret key";
    private static final Duration SECRET_LIFE = Duration.ofHours(72);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TwoFactorReset twoFactorReset;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private SignInSecrets secrets;

    @Autowired
    private BreakGlass breakGlass;

    @Autowired
    private PasswordReset passwordReset;

    @Autowired
    private PasswordResetHold hold;

    @Autowired
    private SingleMailboxRule rule;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private MemberDirectory members;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;
    private Person person;
    private Mailbox mailbox;

    @BeforeEach
    void anAdministratorWithAnAppAndSomebodyWithout() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        person = people.member();
        mailbox = new Mailbox(person.email());
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_A3_a_password_by_mail_is_held_while_a_mailed_secret_waits_for_its_first_code() {
        enforce();
        Mailbox.scan(mailbox.await(1, "set up two-factor"), clock);

        links.ask(person.email());
        links.ask(person.email());

        assertThat(mailbox.await(1, HELD_PASSWORD).text()).doesNotContain("/reset-password/");
        assertThat(links.tokensOf(person)).isEmpty();
        assertThat(new Mailbox(administrator.email())
                        .await(1, "needs your approval")
                        .text())
                .contains(person.email());
        assertThat(count("PASSWORD_RESET_HELD")).isOne();
        assertThat(member().passwordResetWaits()).isTrue();
    }

    @Test
    void FIELD_A3_a_link_from_before_the_secret_does_not_work_once_that_waits_in_the_same_mailbox() {
        var token = links.tokenFor(person);
        enforce();

        assertThat(passwordReset.openTo(token)).isEmpty();
        assertThat(passwordReset.choose(token, NEW_PASSWORD)).isFalse();
    }

    @Test
    void FIELD_A3_one_word_of_an_administrator_lets_the_honest_owner_in_with_both() {
        enforce();
        var app = Mailbox.scan(mailbox.await(1, "set up two-factor"), clock);
        links.ask(person.email());

        people.does(administrator, () -> hold.end(administrator.id(), person.id()));
        links.settle();
        mailbox.await(1, PasswordLinks.SUBJECT);
        assertThat(member().passwordResetWaits()).isFalse();
        assertThat(passwordReset.choose(links.tokensOf(person).getLast(), NEW_PASSWORD))
                .isTrue();

        var browser = new Browser(port);
        assertThat(Browser.leadsTo(browser.logIn(person.email(), NEW_PASSWORD))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/recovery-codes");
    }

    @Test
    void FIELD_A3_the_word_is_good_for_one_password() {
        enforce();
        links.ask(person.email());
        people.does(administrator, () -> hold.end(administrator.id(), person.id()));
        links.settle();
        mailbox.await(1, PasswordLinks.SUBJECT);
        assertThat(passwordReset.choose(links.tokensOf(person).getLast(), NEW_PASSWORD))
                .isTrue();

        links.ask(person.email());

        mailbox.await(2, HELD_PASSWORD);
        assertThat(links.tokensOf(person)).hasSize(1);
    }

    @Test
    void FIELD_A3_after_a_password_by_mail_no_secret_is_mailed_and_none_in_the_mailbox_counts() {
        choosePasswordByMail();
        enforce();
        assertThat(mailbox.await(1, "set up two-factor").text())
                .as("told, but without the secret")
                .contains("You recently chose your password through a link in an email")
                .doesNotContain("Secret Key");

        var browser = new Browser(port);
        assertThat(Browser.leadsTo(browser.logIn(person.email(), NEW_PASSWORD))).isEqualTo("/login/verify");
        outbox.run();

        assertThat(keysIn(mailbox)).isEmpty();
        assertThat(challenge())
                .isEqualTo(new Challenge.HeldSecret(clock.instant().plus(rule.window()), ReaderTime.UTC));
        assertThat(browser.show("login/verify").body())
                .contains("Ask an administrator to email you a new secret")
                .doesNotContain("Email it again");
        Refusals.assertRefused(
                () -> people.does(person, () -> secrets.mailAgain(person.id())), "challenge.refused.held");
    }

    @Test
    void FIELD_A3_a_secret_that_reached_the_mailbox_at_the_same_moment_does_not_count() {
        enforce();
        var app = Mailbox.scan(mailbox.await(1, "set up two-factor"), clock);
        // What two transactions that do not see each other could leave behind
        jdbc.update(
                "UPDATE users SET mailed_secret_held_until = ? WHERE id = ?",
                java.sql.Timestamp.from(clock.instant().plus(rule.window())),
                person.id());

        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Wrong());
        assertThat(challenge()).isInstanceOf(Challenge.HeldSecret.class);
    }

    @Test
    void FIELD_A3_the_owner_and_the_administrators_are_told_once_and_see_it_at_the_user() {
        choosePasswordByMail();
        enforce();
        new Browser(port).logIn(person.email(), NEW_PASSWORD);
        new Browser(port).logIn(person.email(), NEW_PASSWORD);
        outbox.run();

        mailbox.await(1, HELD_SECRET);
        assertThat(new Mailbox(administrator.email())
                        .await(1, "needs a secret key from you")
                        .text())
                .contains(person.email(), "Email New Two Factor Auth Secret")
                .contains("https://latchkey.example/access-management/users");
        assertThat(mailbox.mails().stream().filter(mail -> mail.subject().contains(HELD_SECRET)))
                .hasSize(1);
        assertThat(count("SECRET_HELD")).isOne();
        assertThat(member().secretWaits()).isTrue();
        assertThat(member().passwordJustReset())
                .as("what the question before a new secret warns of")
                .isTrue();
    }

    @Test
    void FIELD_A3_the_secret_that_an_administrator_sends_then_counts() {
        choosePasswordByMail();
        enforce();
        new Browser(port).logIn(person.email(), NEW_PASSWORD);

        reset();
        outbox.run();

        assertThat(member().secretWaits()).isFalse();
        var first = Mailbox.scan(mailbox.await(1, "set up your authenticator app again"), clock);
        people.does(person, () -> secrets.mailAgain(person.id()));
        outbox.run();
        var again = Mailbox.scan(mailbox.await(1, "your new set-up code"), clock);
        assertThat(twoFactor.verifyAtSignIn(person.id(), first.code())).isEqualTo(new CodeResult.Wrong());
        var browser = new Browser(port);
        browser.logIn(person.email(), NEW_PASSWORD);
        assertThat(Browser.leadsTo(browser.enterCode(again.code()))).isEqualTo("/recovery-codes");
    }

    @Test
    void FIELD_A3_without_any_administrator_the_secret_comes_by_itself_when_the_window_is_over() {
        choosePasswordByMail();
        enforce();
        clock.advance(rule.window());
        clock.toNextStep();

        var browser = new Browser(port);
        browser.logIn(person.email(), NEW_PASSWORD);
        outbox.run();
        var app = Mailbox.scan(mailbox.await(1, "your set-up code"), clock);

        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/recovery-codes");
    }

    @Test
    void FIELD_A3_a_day_after_an_administrators_reset_a_password_by_mail_is_held_as_long_as_the_secret_waits() {
        people.enrol(person);
        reset();
        outbox.run();

        clock.advance(SECRET_LIFE.minusSeconds(1));
        links.ask(person.email());
        assertThat(links.tokensOf(person)).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(passwordReset.choose(links.tokenFor(person), NEW_PASSWORD)).isTrue();
        new Browser(port).logIn(person.email(), NEW_PASSWORD);
        outbox.run();
        assertThat(keysIn(mailbox)).as("the one of the reset, and no other").hasSize(1);
    }

    @Test
    void FIELD_A3_after_a_reset_with_a_secret_on_screen_a_password_by_mail_is_held_too() {
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        people.enrol(person);
        people.does(
                administrator, () -> twoFactorReset.reset(administrator.id(), person.id(), SecretDelivery.ON_SCREEN));

        links.ask(person.email());

        assertThat(mailbox.await(1, HELD_PASSWORD).text()).doesNotContain("/reset-password/");
        assertThat(links.tokensOf(person)).isEmpty();
    }

    @Test
    void FIELD_A3_a_secret_that_was_mailed_again_holds_as_long_as_it_lives_itself() {
        people.enrol(person);
        reset();
        clock.advance(SECRET_LIFE.minusHours(1));
        people.does(person, () -> secrets.mailAgain(person.id()));
        clock.advance(Duration.ofHours(2));

        links.ask(person.email());

        mailbox.await(1, HELD_PASSWORD);
        assertThat(links.tokensOf(person)).isEmpty();
    }

    @Test
    void FIELD_A3_the_alert_comes_again_for_another_wait() {
        enforce();
        links.ask(person.email());
        clock.advance(rule.window());
        new Browser(port).logIn(person.email(), People.PASSWORD);
        outbox.run();

        links.ask(person.email());

        assertThat(count("PASSWORD_RESET_HELD")).isEqualTo(2);
    }

    @Test
    void FIELD_A3_whoever_has_proven_an_app_chooses_a_password_by_mail_as_ever() {
        var app = people.enrol(person);
        enforce();
        clock.toNextStep();
        choosePasswordByMail();

        var browser = new Browser(port);
        browser.logIn(person.email(), NEW_PASSWORD);
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/");
    }

    @Test
    void FIELD_A3_whoever_has_proven_a_mailed_secret_does_so_too() {
        enforce();
        var app = Mailbox.scan(mailbox.await(1, "set up two-factor"), clock);
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Accepted());
        clock.toNextStep();
        choosePasswordByMail();

        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void FIELD_A3_where_secrets_are_shown_on_screen_nothing_waits_in_a_mailbox() {
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        enforce();
        choosePasswordByMail();
        new Browser(port).logIn(person.email(), NEW_PASSWORD);

        assertThat(challenge()).isInstanceOf(Challenge.ShownSecret.class);
    }

    @Test
    void FIELD_A3_a_secret_from_whoever_owns_the_server_is_not_held() {
        choosePasswordByMail();
        enforce();
        var reopened = breakGlass.reopen(new EmailAddress(person.email()));
        var app = new AuthenticatorApp(
                LogCanary.mustNotBeLogged(
                        reopened.secret().orElseThrow().secret().base32()),
                clock);

        assertThat(challenge()).isInstanceOf(Challenge.ProvenApp.class);
        links.ask(person.email());
        mailbox.await(2, PasswordLinks.SUBJECT);
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Accepted());
    }

    private void choosePasswordByMail() {
        assertThat(passwordReset.choose(links.tokenFor(person), NEW_PASSWORD)).isTrue();
    }

    private void enforce() {
        account.enforceBy(administrator);
        outbox.run();
    }

    private void reset() {
        people.does(
                administrator, () -> twoFactorReset.reset(administrator.id(), person.id(), SecretDelivery.BY_EMAIL));
    }

    private Challenge challenge() {
        return people.as(person, () -> secrets.challengeOf(person.id(), OptionalLong.empty()));
    }

    private static List<String> keysIn(Mailbox mailbox) {
        return mailbox.mails().stream()
                .filter(mail -> !mail.images().isEmpty())
                .map(Mailbox::keyOf)
                .toList();
    }

    private int count(String action) {
        return trail.count(action, person);
    }

    private Member member() {
        var filter = new MemberFilter(person.email(), null, null);
        return people.as(administrator, () -> members.page(filter, MemberOrder.NAME, false, 0, 1))
                .getFirst();
    }
}
