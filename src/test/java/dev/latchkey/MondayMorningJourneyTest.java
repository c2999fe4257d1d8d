package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Hand;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Members;
import dev.latchkey.support.OfficeJourney;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.QrReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Monday morning: one administrator of an account that nobody has used yet protects a whole organisation. */
@LatchkeyTest
class MondayMorningJourneyTest extends OfficeJourney {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> GROUPS = List.of("Engineering", "Sales");
    private static final String REFUSAL = "550 5.1.1 no such mailbox here";

    private static final String NOTHING_IS_CUT_OFF = """
            grid => grid.shadowRoot.querySelector('#table').scrollWidth <= grid.clientWidth
            """;

    private final String domain = "monday" + NUMBER.incrementAndGet() + ".example";
    private final Map<String, String> names = new HashMap<>();

    @Autowired
    private Members everybody;

    private Members members;
    private Person administrator;
    private AuthenticatorApp app;
    private Person second;
    private AuthenticatorApp secondApp;

    @ParameterizedTest
    @CsvSource({"MOUSE, 500, 4", "KEYBOARD, 8, 1"})
    void from_the_first_login_to_everybody_protected(Hand.Kind kind, int size, int misspelt) {
        members = everybody.at(port);
        administrator = people.administrator();
        sitDown(kind);

        logInByHand(administrator.email());
        assertThat(heading(say("overview.title"))).isVisible();
        assertThat(checklist()).isVisible();
        look("overview-first");
        setUpOwnApp();
        inviteSecondAdministrator();
        sendTestMail();
        makeGroups();
        importMembers(size, misspelt);
        correctInvitations(misspelt);
        members.signUp(names.keySet(), names);
        enforce(size);
        var moved = mendRefusals(size);
        var left = setUpSome(moved);
        remind(left.size() + 1);
        members.setUp(left);
        secondAdministratorSendsSecret(moved);
        everybodyIsProtected(size);
        assertWork("Monday morning with " + size + " members", kind == Hand.Kind.MOUSE ? 70 : 0, 320);
    }

    private void setUpOwnApp() {
        follow("first-hour.own-factor");
        assertThat(heading(say("profile.title"))).isVisible();
        hand.flip(page.getByRole(AriaRole.SWITCH, named(say("profile.two-factor"))));
        app = enrolByHand();
        open("overview.title");
    }

    private AuthenticatorApp enrolByHand() {
        assertThat(page.locator(".enrolment-dialog-content")).isVisible();
        look("own-app");
        clock.toNextStep();
        var scanned = new AuthenticatorApp(QrReader.readKey(page.locator(".qr-code")), clock);
        hand.write(codeField(page), scanned.code());
        hand.choose(the("enrolment.submit"));
        assertThat(page.locator(".code-list li")).hasCount(10);
        look("recovery-codes");
        hand.choose(named(AriaRole.BUTTON, "I've saved my codes"));
        assertThat(page.locator(".print-sheet")).isHidden();
        return scanned;
    }

    private void inviteSecondAdministrator() {
        follow("first-hour.second-administrator");
        second = new Person(0, "second@" + domain);
        hand.choose(the("users.add"));
        hand.write(field("add-user.addresses"), second.email());
        var group = "Account Administrator";
        hand.add(page.getByRole(AriaRole.DIALOG).getByLabel(say("users.groups")).last(), option(group), group);
        look("add-second-administrator");
        hand.choose(the("add-user.submit"));
        assertThat(text("add-user.invited", second.email())).isVisible();
        hand.choose(the("dialog.close"));
        outbox.run();
        members.signUp(List.of(second.email()), Map.of(second.email(), "Sam Second"));
        second = new Person(people.idOf(second.email()), second.email());
        secondApp = people.enrol(second);
        open("overview.title");
    }

    private void sendTestMail() {
        follow("first-hour.test-mail");
        hand.choose(the("test-mail.send"));
        assertThat(text("test-mail.sent")).isVisible();
        look("test-mail");
        hand.choose(the("dialog.close"));
    }

    private void makeGroups() {
        open("groups.title");
        for (var group : GROUPS) {
            hand.choose(the("groups.add"));
            hand.write(field("groups.name"), group);
            hand.choose(the("dialog.save"));
            assertThat(page.locator("vaadin-grid").getByText(group)).isVisible();
        }
        look("groups");
        open("overview.title");
    }

    private void importMembers(int size, int misspelt) {
        follow("first-hour.invitations");
        hand.choose(the("users.import"));
        assertThat(heading(say("import.title"))).isVisible();
        look("import");
        hand.chooseFile(the("import.choose"), file(size, misspelt));
        assertThat(text("import.summary.invited", size)).isVisible();
        look("import-dry-run");
        hand.choose(the("import.start", size));
        hand.choose(dialogButton("import.start.confirm"));
        hand.choose(the("import.send-now"));
        assertThat(text("import.done")).isVisible();
        look("import-done");
        outbox.run();
    }

    private FilePayload file(int size, int misspelt) {
        var refused = new HashSet<String>();
        var lines = IntStream.rangeClosed(1, size)
                .mapToObj(number -> {
                    var name = "Member " + number + " of the House";
                    var wrong = number <= misspelt;
                    var address = "m" + number + "@" + (wrong ? "wrong." : "") + domain;
                    if (wrong) {
                        refused.add(address);
                    }
                    names.put("m" + number + "@" + domain, name);
                    return address + "," + name + "," + GROUPS.get(number % GROUPS.size());
                })
                .collect(Collectors.joining("\n", "Email,Name,User groups\n", "\n"));
        refuse(refused);
        return new FilePayload("members.csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8));
    }

    private void correctInvitations(int misspelt) {
        open("users.title");
        hand.select(selectField("users.reach"), option(say("users.reach.refused")));
        var list = Pattern.compile(".*reach=refused.*");
        assertThat(page).hasURL(list);
        for (var number = 1; number <= misspelt; number++) {
            var name = names.get("m" + number + "@" + domain);
            look("refused-invitations");
            if (number == 1) {
                hand.choose(page.locator(".delivery-mark:visible").first());
                assertThat(page.getByRole(AriaRole.DIALOG)).containsText(REFUSAL);
                look("answer-of-the-mail-server");
                hand.choose(the("dialog.close"));
            }
            hand.choose(page.locator("vaadin-grid").getByRole(AriaRole.LINK, exactly(name)));
            changeAddress("m" + number + "@" + domain, "address-change.invited");
            if (number < misspelt) {
                hand.choose(link("user.back-to-list"));
                assertThat(page).hasURL(list);
            }
        }
        outbox.run();
    }

    private void enforce(int size) {
        open("overview.title");
        look("overview-before");
        follow("first-hour.secret-delivery");
        open("overview.title");
        if (the("first-hour.keep").isVisible()) {
            hand.choose(the("first-hour.keep"));
        }
        follow("first-hour.enforcement");
        // Their mailboxes are gone since Friday
        refuse(Set.of("m5@" + domain, "m6@" + domain, "m7@" + domain));
        hand.flip(page.getByRole(AriaRole.SWITCH, named(say("enforcement.switch"))));
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(size + " will get")))
                .isVisible();
        look("enforce");
        hand.choose(the("dialog.confirm"));
        assertThat(page.getByRole(AriaRole.SWITCH, named(say("enforcement.switch"))))
                .isChecked();
        outbox.run();
        assertThat(text("mails.summary", size - 3, size, 0, 3)).isVisible();
    }

    /** Two get their mailboxes back, the third has another by now. */
    private String mendRefusals(int size) {
        open("overview.title");
        assertThat(checklist()).isHidden();
        assertThat(page.locator("vaadin-grid").getByText(REFUSAL).first()).isVisible();
        assertThat(page.locator("vaadin-grid").first().evaluate(NOTHING_IS_CUT_OFF))
                .isEqualTo(true);
        look("overview-refused");
        refuse(Set.of("m7@" + domain));
        hand.choose(the("mails.retry-all"));
        outbox.run();
        assertThat(text("mails.summary", size - 1, size, 0, 1)).isVisible();
        open("users.title");
        hand.select(selectField("users.reach"), option(say("users.reach.refused")));
        hand.choose(page.locator("vaadin-grid").getByRole(AriaRole.LINK, exactly(names.get("m7@" + domain))));
        var moved = "moved@" + domain;
        changeAddress(moved, "address-change.requested-of");
        outbox.run();
        return moved;
    }

    private List<String> setUpSome(String moved) {
        var left = new ArrayList<>(names.keySet());
        left.remove("m7@" + domain);
        onThePhone(left.removeLast());
        atTheDesk(left.removeLast());
        var first = List.copyOf(left.subList(0, left.size() / 2));
        members.setUp(first);
        left.removeAll(first);
        return left;
    }

    private void onThePhone(String address) {
        var mail = new Mailbox(address).await(1, "set up two-factor authentication");
        var phone = newBrowser();
        phone.setViewportSize(390, 844);
        phone.setContent(mail.htmlWithImages());
        keep(phone, "mail-on-the-phone");
        var shown = new AuthenticatorApp(phone.locator(".key").innerText(), clock);
        logInAs(phone, address, shown);
        assertThat(phone.getByText("Member").first()).isVisible();
        phone.context().close();
    }

    private void atTheDesk(String address) {
        var mail = new Mailbox(address).await(1, "set up two-factor authentication");
        var desk = newBrowser();
        logInAs(desk, address, Mailbox.scan(mail, clock));
        desk.context().close();
    }

    private void logInAs(Page browser, String address, AuthenticatorApp with) {
        logIn(browser, new Person(0, address));
        look(browser, "challenge");
        giveCode(browser, with);
    }

    private void remind(int people) {
        open("overview.title");
        look("overview-half-way");
        hand.choose(the("overview.remind", people));
        hand.choose(the("dialog.confirm"));
        assertThat(text("overview.remind.done", people)).isVisible();
        look("reminded");
        outbox.run();
    }

    /** Who changes an address does not send the secret to it, too. */
    private void secondAdministratorSendsSecret(String moved) {
        members.confirmAddress(moved);
        atAnotherDesk("Second administrator", () -> {
            logInByHand(second, secondApp);
            open("users.title");
            search(moved);
            hand.choose(the("users.reset"));
            look("second-administrator");
            hand.choose(dialogButton("users.reset.confirm"));
            assertThat(text("users.reset.done", names.get("m7@" + domain))).isVisible();
        });
        outbox.run();
        clock.toNextStep();
        members.setUp(List.of(moved));
    }

    private void everybodyIsProtected(int size) {
        reload();
        assertThat(page.getByText("100%", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(text("overview.of-active", size + 2, size + 2)).isVisible();
        look("overview-done");
    }

    private Locator checklist() {
        return page.getByRole(AriaRole.HEADING, named(say("first-hour.title")));
    }

    /** A step of the checklist; other tests may have done it for good. */
    private void follow(String key) {
        var step = link(key);
        assertThat(checklist()).isVisible();
        if (step.isVisible()) {
            hand.choose(step);
        } else {
            open(
                    switch (key) {
                        case "first-hour.invitations", "first-hour.second-administrator" -> "users.title";
                        default -> "settings.title";
                    });
        }
        assertThat(page).not().hasURL(Pattern.compile(".*/overview"));
    }

    private Locator selectField(String key) {
        return page.getByLabel(say(key), new Page.GetByLabelOptions().setExact(true));
    }
}
