package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.QrReader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The steps of the document that the product was asked to implement, in its order and with its labels, in a real Chromium. */
@LatchkeyTest
class EnforcementJourneyTest extends ChromiumJourney {

    @Autowired
    private OutboxPump outbox;

    private Person administrator;
    private Person member;

    @BeforeEach
    void anAdministratorAndAMember() {
        people.startOver();
        administrator = people.administrator();
        member = people.member();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void two_factor_authentication_is_enforced_used_lifted_and_reset() {
        // An administrator without 2FA is asked to protect their own login first
        logIn(page, administrator);
        page.locator("vaadin-side-nav-item[path='access-management/authentication-settings']")
                .click();
        assertThat(page.getByText("Security Options").last()).isVisible();
        enforceSwitch().click();
        button(page, "Go to settings").click();
        enrolInOpenDialog(page);
        // and is back in front of the question by themselves, once
        assertThat(figure("1 already protected")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/authentication-settings"));

        // Then they enforce it, and see the mails leave
        assertThat(figure("1 will get a secret key by email")).isVisible();
        button(page, "Confirm").click();
        assertThat(enforceSwitch()).isChecked();
        outbox.run();
        assertThat(page.getByText("1 of 1 emails sent").last()).isVisible();

        // A member reads the mail, adds the secret, and signs in with the code
        var mail = new Mailbox(member.email()).await(1, "set up two-factor authentication");
        var app = Mailbox.scan(mail, clock);
        var membersPage = newBrowser();
        logIn(membersPage, member);
        assertThat(membersPage.getByText("are in the email we sent to " + member.email()))
                .isVisible();
        giveCode(membersPage, app);
        membersPage.navigate("/profile");
        var membersSwitch = membersPage.getByRole(AriaRole.SWITCH, named("Two Factor Authentication"));
        assertThat(membersSwitch).isChecked();
        assertThat(membersSwitch).isDisabled();

        // Enforcement off: the member may turn it off
        enforceSwitch().click();
        button(page, "Confirm").click();
        assertThat(enforceSwitch()).not().isChecked();
        membersPage.reload();
        clock.toNextStep();
        membersSwitch.click();
        membersPage.getByLabel("Authentication code").fill(app.code());
        button(membersPage, "Turn off").click();
        assertThat(membersSwitch).not().isChecked();

        // Once they have it on again and lose the QR code, an administrator emails them a new one
        membersSwitch.click();
        var lost = enrolInOpenDialog(membersPage);
        // A notice that closes by itself asks the server, and would be told of the end of the session in this page's
        // stead
        membersPage.navigate("/profile");
        assertThat(membersSwitch).isChecked();
        page.locator("vaadin-side-nav-item[path='access-management/users']").click();
        page.getByLabel("Search by name or email").fill(member.email());
        assertThat(page.locator(
                        "vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(administrator.email())))
                .isHidden();
        page.getByText("Email New Two Factor Auth Secret").first().click();
        button(page, "Email new secret").click();
        assertThat(page.getByText("We're sending a new secret key to Mia Member.")
                        .last())
                .isVisible();
        outbox.run();
        membersPage.navigate("/profile");
        assertThat(membersPage
                        .getByText("Your session has ended. Log in again.")
                        .last())
                .isVisible();
        var newApp = Mailbox.scan(new Mailbox(member.email()).await(1, "set up your authenticator app again"), clock);
        logIn(membersPage, member);
        clock.toNextStep();
        codeField(membersPage).fill(lost.code());
        button(membersPage, "Verify").click();
        assertThat(membersPage.getByText("That code is wrong").last()).isVisible();
        giveCode(membersPage, newApp);
        assertThat(membersPage).hasURL(Pattern.compile(".*/profile"));
        membersPage.context().close();
    }

    @Test
    void an_invited_person_signs_up_with_their_second_factor_while_it_is_enforced() {
        var administratorsApp = people.enrol(administrator);
        clock.toNextStep();
        logIn(page, administrator);
        giveCode(page, administratorsApp);
        page.navigate("/access-management/authentication-settings");
        enforceSwitch().click();
        button(page, "Confirm").click();
        assertThat(enforceSwitch()).isChecked();
        page.locator("vaadin-side-nav-item[path='access-management/users']").click();
        button(page, "Add User").click();
        page.getByLabel("Email addresses").fill("journey@example.com, nonsense, " + member.email());
        button(page, "Send invitations").click();
        assertThat(page.getByText("journey@example.com: invited").last()).isVisible();
        assertThat(page.getByText("nonsense: not an email address").last()).isVisible();
        assertThat(page.getByText(member.email() + ": already a user").last()).isVisible();
        button(page, "Close").click();
        assertThat(page.locator("vaadin-grid").getByText("Invited").first()).isVisible();
        outbox.run();

        var invitation = new Mailbox("journey@example.com").await(1, "You're invited");
        var newcomersPage = newBrowser();
        newcomersPage.navigate(invitation.text().replaceAll("(?s).*https://latchkey.example(/signup/\\S+).*", "$1"));
        newcomersPage.getByLabel("Your name").fill("Joe Journey");
        newcomersPage.getByRole(AriaRole.TEXTBOX, named("Password")).fill(People.PASSWORD);
        button(newcomersPage, "Sign up").click();
        assertThat(newcomersPage.locator(".qr-code")).isVisible();
        clock.toNextStep();
        var app = new AuthenticatorApp(QrReader.readKey(newcomersPage.locator(".qr-code")), clock);
        codeField(newcomersPage).fill(app.code());
        button(newcomersPage, "SUBMIT").click();
        keepRecoveryCodes(newcomersPage);
        assertThat(newcomersPage.getByText("Joe Journey").first()).isVisible();
        clock.toNextStep();
        var elsewhere = newBrowser();
        logIn(elsewhere, new Person(0, "journey@example.com"));
        giveCode(elsewhere, app);
        elsewhere.context().close();
        newcomersPage.context().close();
    }

    @Test
    void with_secrets_on_screen_alone_a_member_sets_up_between_password_and_code() {
        var administratorsApp = people.enrol(administrator);
        clock.toNextStep();
        logIn(page, administrator);
        giveCode(page, administratorsApp);
        page.navigate("/access-management/authentication-settings");
        page.getByLabel("On screen at the next sign-in").check();
        enforceSwitch().click();
        button(page, "Confirm").click();
        assertThat(enforceSwitch()).isChecked();

        var membersPage = newBrowser();
        logIn(membersPage, member);
        var key = QrReader.readKey(membersPage.locator(".qr-code"));
        codeField(membersPage).fill("000000");
        button(membersPage, "Verify").click();
        assertThat(membersPage.getByText("That code is wrong").last()).isVisible();
        assertThat(QrReader.readKey(membersPage.locator(".qr-code"))).isEqualTo(key);
        giveCode(membersPage, new AuthenticatorApp(key, clock));
        membersPage.context().close();
    }

    private AuthenticatorApp enrolInOpenDialog(Page browser) {
        assertThat(browser.locator(".enrolment-dialog-content")).isVisible();
        clock.toNextStep();
        var app = new AuthenticatorApp(QrReader.readKey(browser.locator(".qr-code")), clock);
        codeField(browser).fill(app.code());
        button(browser, "SUBMIT").click();
        assertThat(browser.locator(".enrolment-dialog-content")).isHidden();
        keepRecoveryCodes(browser);
        return app;
    }

    private Locator figure(String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words));
    }

    private Locator enforceSwitch() {
        return page.getByRole(AriaRole.SWITCH, named("Enforce Two Factor Authentication"));
    }
}
