package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.Versioned;
import dev.latchkey.demo.ReadableMail;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import dev.latchkey.user.group.UserGroupEdit;
import dev.latchkey.user.group.UserGroups;
import dev.latchkey.user.setup.AccountSetUp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes into mailboxes, and what whoever reads somebody's mail can do with it. */
@SecurityTest
class EmailedSecretsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private AccountSetUp setUp;

    @Autowired
    private UserGroups groups;

    @Autowired
    private UserAdministration users;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount account;

    private Person administrator;
    private Person person;
    private Mailbox mailbox;

    @BeforeEach
    void anAdministratorAndSomebody() {
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
    void AC_S_12_turning_on_off_and_resetting_is_told_each_without_a_secret_and_with_what_to_do_about_it() {
        var app = people.enrol(person);
        clock.toNextStep();
        assertThat(people.as(person, () -> twoFactor.turnOff(person.id(), app.code())))
                .isInstanceOf(SwitchOffResult.SwitchedOff.class);
        people.enrol(person);
        reset();
        outbox.run();

        assertThat(Stream.of("authentication is on", "authentication is off", "authentication was reset")
                        .map(subject -> mailbox.await(1, subject)))
                .allSatisfy(notice -> {
                    assertThat(notice.text())
                            .containsAnyOf(
                                    "If this wasn't you, change your password",
                                    "If you didn't expect this, ask an administrator")
                            .doesNotContain("Secret Key");
                    assertThat(notice.images()).isEmpty();
                });
    }

    @Test
    void AC_S_13_whoever_reads_the_mail_and_has_no_password_does_not_get_in() {
        people.enrol(person);
        reset();
        outbox.run();
        var stolen = Mailbox.scan(secretMail(1), clock);
        var thief = new Browser(port);

        thief.logIn(person.email(), "wrong password");
        thief.post("/login/verify", java.util.Map.of("code", stolen.code(), "_csrf", thief.csrfTokenOn("login")));

        assertThat(Browser.leadsTo(thief.open("/profile"))).isEqualTo("/login");
        var owner = new Browser(port);
        owner.logIn(person.email(), People.PASSWORD);
        assertThat(Browser.leadsTo(owner.enterCode(stolen.code())))
                .as("the control: in, and by way of the first recovery codes")
                .isEqualTo("/recovery-codes");
    }

    @Test
    void AC_S_14_an_emailed_secret_dies_unproven_after_72_hours() {
        enforce();
        var app = Mailbox.scan(mailbox.await(1, "two-factor"), clock);
        clock.advance(Duration.ofHours(72));

        assertThat(signIn(app)).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void AC_S_14_an_emailed_secret_lives_until_then() {
        enforce();
        var app = Mailbox.scan(mailbox.await(1, "two-factor"), clock);
        clock.advance(Duration.ofHours(72).minusSeconds(1));

        assertThat(signIn(app)).isEqualTo(new CodeResult.Accepted());
        clock.advance(Duration.ofDays(1));
        assertThat(signIn(app)).as("once proven it stays").isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void AC_S_14_a_newer_secret_voids_the_one_before_proven_or_not() {
        var proven = people.enrol(person);
        reset();
        outbox.run();
        var first = Mailbox.scan(secretMail(1), clock);
        reset();
        outbox.run();
        var second = Mailbox.scan(secretMail(2), clock);
        clock.toNextStep();

        assertThat(signIn(proven)).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(first)).isEqualTo(new CodeResult.Wrong());
        assertThat(signIn(second)).isEqualTo(new CodeResult.Accepted());
    }

    @Test
    void PEER_38_the_picture_of_a_secret_stands_in_its_mail_and_nothing_is_fetched_from_anywhere() {
        enforce();
        var mail = mailbox.await(1, "two-factor");

        assertThat(mail.images()).hasSize(1);
        assertThat(mail.html()).contains("src=\"cid:").doesNotContain("src=\"http", "data:", "url(", "<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mia\r\nBcc: thief@example.com", "Mia\nBcc: thief", "Mia\rBcc: thief", "Mia\u0000", "Mia\u0085"})
    void PEER_50_no_name_and_no_address_breaks_a_line_of_a_mail_header(String text) {
        assertThat(EmailAddress.parse(text + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("mia@example.com" + text.substring(3) + "x"))
                .isEmpty();
        assertThat(List.<Runnable>of(
                        () -> setUp.found("none", text, new EmailAddress("a@example.com"), "Ada", People.PASSWORD),
                        () -> setUp.found(
                                "none", "Example Inc", new EmailAddress("a@example.com"), text, "long enough"),
                        () -> people.does(
                                administrator,
                                () -> groups.create(administrator.id(), new UserGroupEdit(text, "", Set.of()))),
                        () -> people.does(administrator, () -> rename(text))))
                .allSatisfy(action -> assertThat(catchThrowable(action::run))
                        .isInstanceOf(RefusedException.class)
                        .hasMessage("name.refused.character"));
    }

    @Test
    void PEER_50_the_names_that_are_allowed_are_so_for_the_control() {
        assertThat(EmailAddress.parse("mia@example.com")).isPresent();
        people.does(
                administrator, () -> groups.create(administrator.id(), new UserGroupEdit("Auditors", "", Set.of())));
        people.does(administrator, () -> rename("Mia"));
    }

    private void rename(String name) {
        var version = users.toEdit(person.id()).version();
        users.change(administrator.id(), person.id(), new Versioned<>(version, new UserEdit(name, Set.of())));
    }

    private void enforce() {
        account.enforceBy(administrator);
        outbox.run();
    }

    private void reset() {
        people.does(administrator, () -> reset.reset(administrator.id(), person.id(), SecretDelivery.BY_EMAIL));
    }

    private ReadableMail secretMail(int count) {
        return mailbox.await(count, "set up your authenticator app again");
    }

    private CodeResult signIn(AuthenticatorApp app) {
        return twoFactor.verifyAtSignIn(person.id(), app.code());
    }
}
