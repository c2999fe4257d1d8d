package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.DatabaseOwner;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.InvitationLinks;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.Routes;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.twofactor.signup.SignUpResult;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.access.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;

@SecurityTest
class EnforcementHoldsTest {

    private static final Pattern SHOWN_KEY = Pattern.compile("((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private SignUp signUp;

    @Autowired
    private AccountService accounts;

    @Autowired
    private Routes routes;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Environment environment;

    @Autowired
    private TheAccount account;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private InvitationLinks invitationLinks;

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
        people.enrol(administrator);
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void PEER_20_an_administrator_who_never_enrolled_opens_no_page_by_password_alone() {
        var late = people.administrator();
        account.enforceBy(administrator);

        var browser = Browser.atTheCodeStep(port, late);

        assertThat(routes.protectedOnes()).isNotEmpty().allSatisfy(route -> {
            assertThat(Browser.leadsTo(browser.open("/" + route))).as(route).isEqualTo("/login/verify");
            assertThat(browser.show(route).body()).as(route).doesNotContain("Mia Member");
        });
    }

    @Test
    void PEER_23_whoever_joined_by_whatever_path_and_whenever_is_asked_for_a_code() {
        var emails = new ArrayList<String>();
        emails.add(people.member().email());
        emails.add(joinByInvitation("before" + administrator.id()));
        emails.add(people.administrator().email());
        var invited = invite("during" + administrator.id());
        account.enforceBy(administrator);
        emails.add(people.member().email());
        emails.add(joinWithCode(invited, "during" + administrator.id()));

        assertThat(emails)
                .allSatisfy(email -> assertThat(Browser.leadsTo(new Browser(port).logIn(email, People.PASSWORD)))
                        .as(email)
                        .isEqualTo("/login/verify"));
    }

    @Test
    void PEER_24_PEER_52_by_mail_the_unenrolled_is_told_of_a_mail_and_its_code_lets_them_in() {
        account.enforceBy(administrator);
        var late = people.member();
        var browser = Browser.atTheCodeStep(port, late);

        assertThat(browser.show("login/verify").body()).contains("Email it again", late.email());
        outbox.run();
        var app = Mailbox.scan(new Mailbox(late.email()).await(1, "your set-up code"), clock);
        assertThat(Browser.leadsTo(browser.enterCode(app.code()))).isEqualTo("/recovery-codes");
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void PEER_24_PEER_52_on_screen_the_unenrolled_enrols_at_the_code_step_and_can_do_nothing_else() {
        account.enforceBy(administrator);
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        var late = people.member();
        var browser = Browser.atTheCodeStep(port, late);

        var key = SHOWN_KEY.matcher(browser.show("login/verify").body());
        assertThat(key.find()).isTrue();
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        browser.enterCode(new AuthenticatorApp(key.group(1), clock).code());
        assertThat(browser.open("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void PEER_25_it_takes_the_permission_to_enforce_and_to_lift() {
        var others = List.of(
                people.member(),
                people.memberWith(Permission.MANAGE_USERS_AND_GROUPS),
                people.memberWith(Permission.VIEW_AUDIT_TRAIL));
        others.forEach(people::enrol);

        assertThat(others).allSatisfy(other -> {
            assertThat(catchThrowable(() -> people.does(other, () -> enforcement.enforce(administrator.id(), seen()))))
                    .as("in somebody else's name")
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(catchThrowable(() -> people.does(other, () -> enforcement.enforce(other.id(), seen()))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(catchThrowable(() -> people.does(other, () -> enforcement.lift(other.id(), version()))))
                    .isInstanceOf(AccessDeniedException.class);
        });
        var manager = people.memberWith(Permission.MANAGE_ACCOUNT);
        people.enrol(manager);
        people.does(manager, () -> enforcement.enforce(manager.id(), seen()));
        assertThat(accounts.current().isTwoFactorEnforcedAt(clock.instant()))
                .as("the control")
                .isTrue();
    }

    @Test
    void PEER_25_whoever_is_not_enrolled_enforces_it_on_nobody() {
        var unprotected = people.memberWith(Permission.MANAGE_ACCOUNT);

        assertThat(people.as(unprotected, () -> enforcement.mayEnforce(unprotected.id())))
                .isFalse();
        Refusals.assertRefused(
                () -> people.does(unprotected, () -> enforcement.enforce(unprotected.id(), seen())),
                "enforcement.refused.own-first");
        assertThat(accounts.current().isTwoFactorEnforcedAt(clock.instant())).isFalse();
    }

    @Test
    void PEER_33_while_it_is_on_the_right_code_switches_nothing_off_and_neither_does_a_forged_switch() {
        var member = people.member();
        var app = people.enrol(member);
        clock.toNextStep();
        account.enforceBy(administrator);
        var browser = Browser.atTheCodeStep(port, member);
        browser.enterCode(app.code());
        clock.toNextStep();
        var profile = browser.loadPage("profile");

        browser.rpc(profile, Browser.navigation("profile") + forgedSwitches());

        assertThat(people.as(member, () -> twoFactor.turnOff(member.id(), app.code())))
                .isEqualTo(new SwitchOffResult.Refused());
        assertThat(Browser.leadsTo(new Browser(port).logIn(member.email(), People.PASSWORD)))
                .isEqualTo("/login/verify");
    }

    @Test
    void PEER_36_a_reset_that_fails_at_its_last_step_has_changed_nothing() {
        var member = people.member();
        people.enrol(member);
        var before = standingOf(member);
        var owner = DatabaseOwner.of(environment);
        owner.execute("""
                CREATE TRIGGER no_reset_mail BEFORE INSERT ON audit_entry FOR EACH ROW
                IF NEW.action = 'TWO_FACTOR_RESET' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'full'; END IF
                """);
        try {
            assertThat(catchThrowable(() -> reset(member)))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("full");
        } finally {
            owner.execute("DROP TRIGGER no_reset_mail");
        }
        assertThat(standingOf(member)).isEqualTo(before);

        reset(member);
        assertThat(standingOf(member)).as("the control").isNotEqualTo(before);
    }

    @Test
    void PEER_36_nobody_resets_without_the_permission_not_even_themselves() {
        var member = people.memberWith(Permission.MANAGE_ACCOUNT);
        people.enrol(member);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        people.does(member, () -> reset.reset(member.id(), member.id(), SecretDelivery.BY_EMAIL)));
    }

    private void reset(Person person) {
        people.does(administrator, () -> reset.reset(administrator.id(), person.id(), SecretDelivery.BY_EMAIL));
    }

    private Account seen() {
        return accounts.current();
    }

    private long version() {
        return accounts.current().enforcementVersion();
    }

    private List<Object> standingOf(Person person) {
        // How many mails: those that wait may leave at any time
        return List.of(
                enrolments.rowOf(person),
                people.epochOf(person),
                outbox.statusesTo(person).size());
    }

    private String invite(String name) {
        var email = new EmailAddress(name + "@example.com");
        return invitationLinks.tokenFor(email, administrator);
    }

    private String joinByInvitation(String name) {
        assertThat(signUp.join(invite(name), "Nia New", People.PASSWORD)).isInstanceOf(SignUpResult.Done.class);
        return name + "@example.com";
    }

    private String joinWithCode(String token, String name) {
        var proposed = ((SignUpResult.CodeNeeded) signUp.join(token, "Nia New", People.PASSWORD)).proposed();
        var code = new AuthenticatorApp(proposed.secret().base32(), clock).code();
        assertThat(signUp.joinWithCode(token, "Nia New", People.PASSWORD, proposed, code))
                .isInstanceOf(SignUpResult.Done.class);
        return name + "@example.com";
    }

    private static String forgedSwitches() {
        var forged = new StringBuilder();
        for (var node = 1; node < 60; node++) {
            forged.append(
                    ",{\"type\":\"event\",\"node\":%d,\"event\":\"checked-changed\",\"data\":{}}".formatted(node));
        }
        return forged.toString();
    }
}
