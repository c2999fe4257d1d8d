package dev.latchkey.user.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.demo.ReadableMail;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.lockout.PasswordAttempts;
import dev.latchkey.user.password.reset.PasswordReset;
import dev.latchkey.user.password.reset.PasswordResetHold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A married name, a mistyped address, a stranger's request, and an administrator who wants to be somebody else. */
@LatchkeyTest
class AddressChangeTest {

    private static final String NEW_PASSWORD = LogCanary.mustNotBeLogged("teasel-canary-harbour");
    private static final String CONFIRM = "confirm your new email address";
    private static final String REQUESTED = "someone asked to change your email address";
    private static final String CHANGED = "your email address was changed";

    @LocalServerPort
    private int port;

    @Autowired
    private OwnAddress own;

    @Autowired
    private UserAddress addresses;

    @Autowired
    private AddressLinks links;

    @Autowired
    private Invitations invitations;

    @Autowired
    private UserService users;

    @Autowired
    private TwoFactorReset twoFactorReset;

    @Autowired
    private PasswordReset passwordReset;

    @Autowired
    private PasswordResetHold hold;

    @Autowired
    private PasswordLinks passwordLinks;

    @Autowired
    private PasswordAttempts attempts;

    @Autowired
    private TheAccount account;

    @Autowired
    private People people;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines trail;

    private Person administrator;
    private Person person;
    private Person renamed;

    @BeforeEach
    void somebodyWhoMarries() {
        people.startOver();
        administrator = people.administrator();
        person = people.member();
        renamed = new Person(person.id(), "new." + person.email());
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_P16_the_new_address_counts_once_its_link_is_used_and_the_session_goes_on_with_it() {
        var browser = new Browser(port);
        browser.logIn(person.email(), People.PASSWORD);
        request();
        var token = confirmToken();

        assertThat(browser.open("/confirm-address/" + token).body())
                .contains(renamed.email())
                .doesNotContain(">" + person.email());
        assertThat(addressNow()).as("a mail scanner has only looked").isEqualTo(person.email());
        assertThat(new Mailbox(person.email()).await(1, REQUESTED).text()).contains(renamed.email());

        assertThat(Browser.leadsTo(use(browser, "confirm-address", token))).isEqualTo("/confirm-address/" + token);
        assertThat(browser.open("/confirm-address/" + token).body()).contains("you log in as " + renamed.email());

        assertThat(addressNow()).isEqualTo(renamed.email());
        assertThat(Browser.leadsTo(browser.open("/profile"))).as("the session").isEqualTo("(stays: 200)");
        browser.post("/logout", Map.of("_csrf", browser.csrfTokenOn("reset-password")));
        assertThat(trail.on(person))
                .filteredOn(line -> line.action().equals("SIGNED_OUT"))
                .allMatch(line -> line.subject().equals(renamed.email()))
                .isNotEmpty();
        assertThat(trail.detailsOf("ADDRESS_CHANGED", person))
                .containsExactly(person.email() + " → " + renamed.email());
        assertThat(Browser.leadsTo(new Browser(port).logIn(renamed.email(), People.PASSWORD)))
                .isEqualTo("/");
        assertThat(Browser.leadsTo(new Browser(port).logIn(person.email(), People.PASSWORD)))
                .isEqualTo("/login?error");
    }

    @Test
    void FIELD_P16_the_old_address_cancels_a_change_that_waits() {
        request();
        var confirm = confirmToken();
        var cancel = cancelToken(REQUESTED);

        use(new Browser(port), "cancel-address", cancel);

        assertThat(links.confirm(confirm)).isFalse();
        assertThat(addressNow()).isEqualTo(person.email());
        assertThat(trail.actionsOn(person, "ADDRESS"))
                .containsExactly("ADDRESS_CHANGE_REQUESTED", "ADDRESS_CHANGE_CANCELLED");
    }

    @Test
    void FIELD_P16_for_a_day_the_old_address_takes_back_a_change_that_was_made_and_ends_all_sessions() {
        changeAddress();
        var thief = new Browser(port);
        thief.logIn(renamed.email(), People.PASSWORD);
        var token = cancelToken(CHANGED);
        assertThat(new Mailbox(person.email()).await(1, CHANGED).text()).contains("Time: ");
        clock.advance(AddressChange.CANCELLABLE.minusSeconds(1));

        use(new Browser(port), "cancel-address", token);

        assertThat(addressNow()).isEqualTo(person.email());
        assertThat(Browser.leadsTo(thief.open("/profile"))).isNotEqualTo("(stays: 200)");
        assertThat(trail.actionsOn(person, "ADDRESS")).endsWith("ADDRESS_CHANGE_REVERTED");
        assertThat(links.cancel(token)).as("used").isFalse();
    }

    @Test
    void FIELD_P16_nobody_else_gets_the_old_address_while_it_can_be_taken_back() {
        changeAddress();
        var old = new EmailAddress(person.email());

        Refusals.assertRefused(
                () -> people.does(administrator, () -> invitations.invite(administrator.id(), old, Set.of())),
                "add-user.kept");
        var other = people.member();
        Refusals.assertRefused(
                () -> people.does(administrator, () -> addresses.request(administrator.id(), other.id(), old)),
                "address-change.refused.taken");
        assertThat(links.cancel(cancelToken(CHANGED))).isTrue();
    }

    @Test
    void FIELD_P16_a_day_after_the_change_it_stays() {
        changeAddress();
        var token = cancelToken(CHANGED);
        clock.advance(AddressChange.CANCELLABLE);

        assertThat(links.cancel(token)).isFalse();
        assertThat(addressNow()).isEqualTo(renamed.email());
    }

    @Test
    void FIELD_P16_nobody_changes_twice_within_the_time_in_which_the_first_owner_can_take_it_back() {
        changeAddress();

        Refusals.assertRefused(
                () -> people.does(renamed, () -> own.request(person.id(), new EmailAddress("third@example.com"))),
                "address-change.refused.too-soon");
        Refusals.assertRefused(
                () -> requestBy(administrator, new EmailAddress("third@example.com")),
                "address-change.refused.too-soon");
    }

    @Test
    void FIELD_P16_an_address_of_somebody_else_is_answered_like_any_other_and_gets_no_mail() {
        var other = people.member();

        people.does(person, () -> own.request(person.id(), new EmailAddress(other.email())));
        outbox.run();

        new Mailbox(person.email()).await(1, REQUESTED);
        assertThat(new Mailbox(other.email()).mails()).isEmpty();
        Refusals.assertRefused(
                () -> requestBy(administrator, new EmailAddress(other.email())), "address-change.refused.taken");
    }

    @Test
    void FIELD_P16_of_two_who_want_the_same_address_the_first_to_use_the_link_has_it() throws Exception {
        var other = people.member();
        var wanted = new EmailAddress("shared." + person.email());
        people.does(person, () -> own.request(person.id(), wanted));
        people.does(other, () -> own.request(other.id(), wanted));
        outbox.run();
        var mailbox = new Mailbox(wanted.value());
        mailbox.await(2, CONFIRM);
        var tokens = mailbox.mails().stream()
                .map(mail -> Mailbox.tokenOf(mail, "confirm-address"))
                .iterator();

        assertThat(Parallel.times(2, () -> links.confirm(next(tokens)))).containsExactlyInAnyOrder(true, false);
        assertThat(users.findByEmail(wanted)).isPresent();
    }

    @Test
    void FIELD_A10_an_administrator_alone_takes_no_account_over_by_giving_it_an_address_of_their_own() {
        account.enforce();
        people.enrol(person);
        requestBy(administrator, new EmailAddress(renamed.email()));
        use(new Browser(port), "confirm-address", confirmToken());

        Refusals.assertRefused(this::resetTwoFactor, "access.refused.own-address-change");
        passwordLinks.ask(renamed.email());
        assertThat(passwordLinks.tokensOf(renamed)).as("held").isEmpty();
        Refusals.assertRefused(
                () -> people.does(administrator, () -> hold.end(administrator.id(), person.id())),
                "access.refused.own-address-change");

        // A day later the password comes by itself, and with it the hold on secrets begins
        clock.advance(PasswordResetHold.WINDOW);
        assertThat(passwordReset.choose(passwordLinks.tokenFor(renamed), NEW_PASSWORD))
                .isTrue();
        Refusals.assertRefused(this::resetTwoFactor, "access.refused.own-address-change");

        var second = people.administrator();
        people.does(second, () -> twoFactorReset.reset(second.id(), person.id(), SecretDelivery.BY_EMAIL));
    }

    @Test
    void FIELD_A10_a_day_after_the_change_who_made_it_can_reset_the_second_factor_again() {
        account.enforce();
        people.enrol(person);
        requestBy(administrator, new EmailAddress(renamed.email()));
        use(new Browser(port), "confirm-address", confirmToken());
        clock.advance(PasswordResetHold.WINDOW);

        resetTwoFactor();
    }

    @Test
    void FIELD_A10_a_waiting_change_is_void_once_the_sessions_of_whoever_asked_were_ended() {
        request();
        var token = confirmToken();
        people.endSessionsOf(person);

        assertVoid(token);
        assertThat(own(person)).isEmpty();
        assertThat(trail.actionsOn(person, "ADDRESS")).endsWith("ADDRESS_CHANGE_CANCELLED");
    }

    @Test
    void FIELD_A10_a_waiting_change_is_void_once_the_user_is_disabled_and_nobody_asks_for_one_then() {
        request();
        var token = confirmToken();
        people.disable(person);

        assertVoid(token);
        Refusals.assertRefused(
                () -> requestBy(administrator, new EmailAddress(renamed.email())), "users.reset.cannot-sign-in");
    }

    @Test
    void FIELD_A10_a_waiting_change_is_void_once_the_user_may_do_more_than_who_asked() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        requestBy(helpdesk, new EmailAddress(renamed.email()));
        var token = confirmToken();
        people.makeAdministrator(person);

        assertVoid(token);
    }

    @Test
    void FIELD_A10_a_waiting_change_is_void_once_who_asked_is_demoted_or_their_sessions_were_ended() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        requestBy(helpdesk, new EmailAddress(renamed.email()));
        var token = confirmToken();
        people.takeFromAllGroups(helpdesk);
        assertVoid(token);

        requestBy(administrator, new EmailAddress("thirdly." + person.email()));
        people.endSessionsOf(administrator);
        assertThat(people.as(people.administrator(), () -> addresses.waiting(person.id())))
                .isEmpty();
    }

    @Test
    void FIELD_P16_the_old_address_gets_no_link_once_the_change_stays_because_it_would_cancel_the_next_one() {
        request();
        assertThat(links.confirm(confirmToken())).isTrue();
        clock.advance(AddressChange.CANCELLABLE);

        outbox.run();

        assertThat(new Mailbox(person.email()).mails())
                .extracting(ReadableMail::subject)
                .noneMatch(subject -> subject.contains(CHANGED));
    }

    @Test
    void FIELD_A3_what_was_mailed_to_the_old_address_no_longer_counts() {
        var reset = passwordLinks.tokenFor(person);
        people.enrol(administrator);
        account.enforceBy(administrator);
        outbox.run();
        var app = Mailbox.scan(new Mailbox(person.email()).await(1, "set up two-factor"), clock);
        changeAddress();

        assertThat(passwordReset.openTo(reset)).isEmpty();
        clock.advance(PasswordResetHold.WINDOW);
        clock.toNextStep();
        var browser = new Browser(port);
        browser.logIn(renamed.email(), People.PASSWORD);
        browser.enterCode(app.code());
        assertThat(Browser.leadsTo(browser.open("/profile"))).isNotEqualTo("(stays: 200)");
        outbox.run();
        var again = Mailbox.scan(new Mailbox(renamed.email()).await(1, "your set-up code"), clock);
        assertThat(Browser.leadsTo(browser.enterCode(again.code()))).isEqualTo("/recovery-codes");
    }

    @Test
    void FIELD_A6_a_change_of_address_buys_no_guesses() {
        IntStream.range(0, 4).forEach(guess -> attempts.take(new EmailAddress(person.email())));
        changeAddress();

        assertThat(attempts.take(new EmailAddress(renamed.email()))).isEmpty();
        assertThat(attempts.take(new EmailAddress(renamed.email()))).isPresent();
    }

    @Test
    void FIELD_P16_the_invitation_of_somebody_who_has_not_signed_up_goes_to_the_new_address() {
        people.makeInvited(person);

        requestBy(administrator, new EmailAddress(renamed.email()));
        outbox.run();

        assertThat(addressNow()).isEqualTo(renamed.email());
        assertThat(new Mailbox(renamed.email()).await(1, "invited").text()).contains("/signup/");
        assertThat(new Mailbox(person.email()).mails()).isEmpty();
    }

    @Test
    void FIELD_A17_three_requests_an_hour_are_mailed() {
        for (var number = 1; number <= 3; number++) {
            var wanted = new EmailAddress("n" + number + "." + person.email());
            people.does(person, () -> own.request(person.id(), wanted));
        }

        Refusals.assertRefused(this::request, "address-change.refused.too-many");
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        request();
        assertThat(own(person)).containsExactly(renamed.email());
    }

    private void assertVoid(String token) {
        assertThat(links.openToConfirm(token)).isEmpty();
        assertThat(links.confirm(token)).isFalse();
        assertThat(addressNow()).isEqualTo(person.email());
    }

    private List<String> own(Person whose) {
        return people.as(whose, () -> own.waiting(whose.id())).stream().toList();
    }

    private void request() {
        people.does(person, () -> own.request(person.id(), new EmailAddress(renamed.email())));
        outbox.run();
    }

    private void requestBy(Person actor, EmailAddress wanted) {
        people.does(actor, () -> addresses.request(actor.id(), person.id(), wanted));
        outbox.run();
    }

    private void changeAddress() {
        request();
        assertThat(links.confirm(confirmToken())).isTrue();
        outbox.run();
    }

    private void resetTwoFactor() {
        people.does(
                administrator, () -> twoFactorReset.reset(administrator.id(), person.id(), SecretDelivery.BY_EMAIL));
    }

    private String confirmToken() {
        return Mailbox.tokenOf(new Mailbox(renamed.email()).await(1, CONFIRM), "confirm-address");
    }

    private String cancelToken(String subject) {
        ReadableMail mail = new Mailbox(person.email()).await(1, subject);
        return Mailbox.tokenOf(mail, "cancel-address");
    }

    private String addressNow() {
        return users.find(person.id()).orElseThrow().email();
    }

    private static java.net.http.HttpResponse<String> use(Browser browser, String page, String token) {
        return browser.post("/" + page + "/" + token, Map.of("_csrf", browser.csrfTokenOn(page + "/" + token)));
    }

    private static String next(java.util.Iterator<String> tokens) {
        synchronized (tokens) {
            return tokens.next();
        }
    }
}
