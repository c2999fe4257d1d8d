package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.Hand;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Members;
import dev.latchkey.support.OfficeJourney;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.user.access.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A day at the help desk: a lost phone, a refused address, a new name, and somebody who is not whom they say they are. */
@LatchkeyTest
class HelpDeskDayJourneyTest extends OfficeJourney {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private TheAccount account;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private AuditLines audit;

    @Autowired
    private JdbcTemplate jdbc;

    private final String domain = "desk" + NUMBER.incrementAndGet() + ".example";

    @Autowired
    private Members everybody;

    private Members members;
    private Person administrator;
    private AuthenticatorApp administratorsApp;
    private Person desk;
    private AuthenticatorApp desksApp;
    private Person lena;
    private Person rita;
    private Person mary;
    private Person olga;
    private AuthenticatorApp olgasApp;
    private Person victor;
    private AuthenticatorApp victorsApp;

    @BeforeEach
    void anOrganisationThatEnforcesIt() {
        members = everybody.at(port);
        administrator = people.administrator();
        administratorsApp = people.enrol(administrator);
        desk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        jdbc.update(
                "INSERT INTO user_group_permission VALUES (?, ?)",
                people.groupOf(desk),
                Permission.VIEW_AUDIT_TRAIL.name());
        desksApp = people.enrol(desk);
        lena = somebody("Lena Lost", "lena");
        people.enrol(lena);
        rita = somebody("Rita Refused", "rita");
        mary = somebody("Mary Maiden", "mary");
        people.enrol(mary);
        victor = somebody("Victor Victim", "victor");
        victorsApp = people.enrol(victor);
        olga = somebody("Olga Other", "olga");
        olgasApp = people.enrol(olga);
        refuse(Set.of(rita.email()));
        account.enforceBy(administrator);
        outbox.run();
    }

    private Person somebody(String name, String local) {
        var person = people.member();
        people.setName(person, name);
        people.setEmail(person, local + "@" + domain);
        return new Person(person.id(), local + "@" + domain);
    }

    @ParameterizedTest
    @EnumSource
    void four_people_call_and_one_of_them_is_a_stranger(Hand.Kind kind) {
        sitDown(kind);
        logInByHand(desk, desksApp);
        open("users.title");

        aLostPhone();
        aRefusedAddress();
        aNewName();
        aStrangersRequest();
        assertWork("Help-desk day", kind == Hand.Kind.MOUSE ? 24 : 0, 160);
    }

    private void aLostPhone() {
        search("Lena Lost");
        look("lost-phone");
        hand.choose(the("users.reset"));
        look("lost-phone-question");
        hand.choose(dialogButton("users.reset.confirm"));
        assertThat(text("users.reset.done", "Lena Lost")).isVisible();
        outbox.run();
        clock.toNextStep();
        members.setUp(List.of(lena.email()));
    }

    private void aRefusedAddress() {
        search("Rita Refused");
        hand.choose(page.locator(".delivery-mark:visible"));
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("550 5.1.1 no such mailbox here");
        look("refused-address");
        hand.choose(the("dialog.close"));
        openPageOf("Rita Refused");
        var right = "rita.refused@" + domain;
        changeAddress(right, "address-change.requested-of");
        outbox.run();
        members.confirmAddress(right);
        reload();
        assertThat(page.getByText(right).first()).isVisible();
        look("refused-address-changed");
        atAnotherDesk("Help-desk day, the administrator", () -> {
            logInByHand(administrator, administratorsApp);
            open("users.title");
            search(right);
            hand.choose(the("users.reset"));
            hand.choose(dialogButton("users.reset.confirm"));
            assertThat(text("users.reset.done", "Rita Refused")).isVisible();
        });
        outbox.run();
        clock.toNextStep();
        members.setUp(List.of(right));
    }

    private void aNewName() {
        open("users.title");
        search("Mary Maiden");
        openPageOf("Mary Maiden");
        hand.choose(the("users.edit"));
        hand.rewrite(field("users.name"), "Mary Married");
        look("new-name");
        hand.choose(the("dialog.save"));
        assertThat(heading("Mary Married")).isVisible();
        var married = "mary.married@" + domain;
        changeAddress(married, "address-change.requested-of");
        outbox.run();
        members.confirmAddress(married);
        assertThat(emailOf(mary)).isEqualTo(married);
        outbox.run();

        // It was not Mary who had asked for it
        members.takeAddressBack(mary.email());
        assertThat(emailOf(mary)).isEqualTo(mary.email());
        reload();
        assertThat(text("audit.action.address-change-reverted")).isVisible();
        look("address-taken-back");
    }

    private void aStrangersRequest() {
        var before = enrolments.rowOf(victor);
        var epoch = people.epochOf(victor);
        var stranger = new Browser(port);
        var known = tried(stranger, victor.email());
        var unknown = tried(new Browser(port), "nobody@" + domain);
        assertThat(known).isEqualTo(unknown);
        assertThat(Browser.leadsTo(stranger.open("/access-management/users/" + victor.id())))
                .startsWith("/login");
        assertThat(olgasPageOf(victor)).doesNotContain(victor.email());

        // Then they call, and say that they are Victor
        open("users.title");
        search("Victor Victim");
        openPageOf("Victor Victim");
        assertThat(text("user.mail.password-reset")).isVisible();
        assertThat(text("audit.action.password-refused")).isVisible();
        look("strangers-request");
        hand.choose(link("user.audit.about"));
        assertThat(heading(say("audit.title"))).isVisible();
        var from = audit.on(victor).stream()
                .filter(line -> line.action().equals("PASSWORD_REFUSED"))
                .findFirst()
                .orElseThrow()
                .address();
        assertThat(page.locator("vaadin-grid").getByText(from).first()).isVisible();
        look("strangers-traces");

        assertThat(enrolments.rowOf(victor)).isEqualTo(before);
        assertThat(people.epochOf(victor)).isEqualTo(epoch);
        clock.toNextStep();
        var victorsBrowser = Browser.atTheCodeStep(port, victor);
        assertThat(Browser.leadsTo(victorsBrowser.enterCode(victorsApp.code()))).isEqualTo("/");
    }

    /** What a member without permissions gets who opens the page of a user. */
    private String olgasPageOf(Person user) {
        clock.toNextStep();
        var browser = Browser.atTheCodeStep(port, olga);
        browser.enterCode(olgasApp.code());
        return browser.show("access-management/users/" + user.id()).body();
    }

    /** What a stranger is told who guesses and asks for a new password. */
    private static List<String> tried(Browser stranger, String address) {
        var guess = stranger.logIn(address, "not-the-password");
        var asked = stranger.submit("reset-password", Map.of("username", address));
        return List.of(
                Browser.leadsTo(guess),
                guess.body(),
                Browser.leadsTo(asked),
                asked.body(),
                stranger.open("/reset-password").body().replace(address, "the address"));
    }

    private void openPageOf(String name) {
        hand.choose(page.locator("vaadin-grid").getByRole(AriaRole.LINK, exactly(name)));
        assertThat(heading(name)).isVisible();
    }

    private String emailOf(Person person) {
        return jdbc.queryForObject("SELECT email FROM users WHERE id = ?", String.class, person.id());
    }
}
