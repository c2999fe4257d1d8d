package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.KeyboardJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.Invitations;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The journeys of people who have no mouse, or do not see one: keys alone, and the focus goes where the eye goes. */
@LatchkeyTest
class KeyboardJourneyTest extends KeyboardJourney {

    private static final String NEW_PASSWORD = LogCanary.mustNotBeLogged("alder-canary-causeway");

    @Autowired
    private PasswordLinks links;

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private Invitations invitations;

    @Autowired
    private OutboxPump outbox;

    private Person person;

    @BeforeEach
    void onlyOnePerson() {
        people.startOver();
        person = people.member();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void signing_in_with_a_code() {
        var app = people.enrol(person);
        clock.toNextStep();
        page.navigate("/login");
        assertThat(page.getByLabel("Email")).isFocused();
        type(person.email());
        press("Tab");
        assertThat(page.getByLabel("Password")).isFocused();
        type("wrong");
        press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT).first()).hasText("Incorrect email or password.");
        assertThat(page.getByLabel("Password")).isFocused();
        type(People.PASSWORD);
        press("Enter");
        assertThat(codeField(page)).isFocused();
        type("000000");
        press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("That code is wrong");
        assertThat(codeField(page)).isFocused();
        type(app.code());
        press("Tab");
        assertThat(button(page, "Verify")).isFocused();
        press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/profile"));
    }

    @Test
    void turning_two_factor_authentication_on_and_off() {
        logIn(page, person);
        var toggle = page.getByRole(AriaRole.SWITCH, named("Two Factor Authentication"));
        goTo(toggle);
        press("Space");
        assertThat(codeField(page)).isFocused();
        press("Escape");
        assertThat(toggle).isFocused();
        assertThat(toggle).not().isChecked();

        press("Space");
        assertThat(codeField(page)).isFocused();
        var app = new AuthenticatorApp(page.locator(".secret-key").innerText(), clock);
        goBackTo(button(page, "Copy"));
        press("Enter");
        assertThat(page.getByText("Secret key copied.").last()).isVisible();
        goTo(codeField(page));
        type("000000");
        press("Enter");
        assertThat(page.getByText("That code doesn't match this secret key.").last())
                .isVisible();
        assertThat(codeField(page)).isFocused();
        type(app.code());
        goTo(button(page, "SUBMIT"));
        press("Enter");
        goTo(button(page, "I've saved my codes"));
        press("Enter");
        assertThat(toggle).isChecked();
        assertThat(toggle).isFocused();

        clock.toNextStep();
        press("Space");
        assertThat(codeField(page)).isFocused();
        type(app.code());
        press("Enter");
        assertThat(toggle).not().isChecked();
        assertThat(toggle).isFocused();
    }

    @Test
    void signing_in_with_a_recovery_code_and_putting_off_another_app() {
        people.enrol(person);
        var codes = people.recoveryCodesOf(person);
        logIn(page, person);
        goTo(page.getByText("Use a recovery code"));
        press("Enter");
        var code = page.getByLabel("Recovery code");
        assertThat(code).isFocused();
        type("nonsense");
        press("Enter");
        assertThat(page.getByText("A recovery code has 24 letters and digits").last())
                .isVisible();
        assertThat(code).isFocused();
        assertThat(code).hasValue("nonsense");
        press("ControlOrMeta+a");
        type(codes.getFirst());
        press("Enter");

        goTo(button(page, "Not now"));
        press("Enter");
        assertThat(button(page, "Not now")).isHidden();
        assertThat(page.getByRole(AriaRole.HEADING, named("User Profile"))).isFocused();
    }

    @Test
    void signing_up() {
        var administrator = people.administrator();
        people.does(
                administrator,
                () -> invitations.invite(administrator.id(), new EmailAddress("by-keyboard@example.com"), Set.of()));
        outbox.run();
        var invitation = new Mailbox("by-keyboard@example.com").await(1, "You're invited");
        page.navigate("/signup/" + Mailbox.tokenOf(invitation, "signup"));
        var name = page.getByLabel("Your name");
        assertThat(name).isFocused();
        var password = page.getByRole(AriaRole.TEXTBOX, named("Password"));
        goTo(password);
        press("Enter");
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).isFocused();
        type("Noa Newcomer");
        goTo(password);
        press("Enter");
        assertThat(name).not().hasAttribute("aria-invalid", "true");
        assertThat(password).isFocused();
        type(People.PASSWORD);
        press("Enter");
        assertThat(page.getByText("Noa Newcomer").first()).isVisible();
    }

    @Test
    void choosing_another_password_after_a_mail() {
        page.navigate("/login");
        goTo(page.getByText("Forgot password?"));
        press("Enter");
        assertThat(button(page, "Send link")).isVisible();
        assertThat(page.getByLabel("Email")).isFocused();
        type(person.email());
        press("Enter");
        assertThat(page.getByText("sending a link to that address").last()).isVisible();
        links.settle();

        page.navigate("/reset-password/" + links.tokensOf(person).getLast());
        var newPassword = page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true));
        assertThat(newPassword).isFocused();
        type("password1");
        press("Enter");
        assertThat(page.getByText("This password is too common.").last()).isVisible();
        assertThat(newPassword).isFocused();
        press("ControlOrMeta+a");
        type(NEW_PASSWORD);
        press("Enter");
        assertThat(page.getByText("Your password has been changed").last()).isVisible();
        assertThat(page.getByLabel("Email")).isFocused();
    }

    @Test
    void changing_the_password() {
        logIn(page, person);
        goTo(button(page, "Change password"));
        press("Enter");
        assertThat(page.getByLabel("Current password")).isFocused();
        type("wrong password");
        goTo(page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)));
        type(NEW_PASSWORD);
        press("Enter");
        assertThat(page.getByText("That isn't your current password.").last()).isVisible();
        assertThat(page.getByLabel("Current password")).isFocused();
        press("ControlOrMeta+a");
        type(People.PASSWORD);
        press("Enter");
        assertThat(page.getByText("Your password has been changed. Your other sessions have ended.")
                        .last())
                .isVisible();
        assertThat(button(page, "Change password")).isFocused();
    }

    @Test
    void setting_up_another_app_and_making_new_recovery_codes() {
        var app = people.enrol(person);
        clock.toNextStep();
        logIn(page, person);
        giveCode(page, app);
        goTo(button(page, "Set up another app"));
        press("Enter");
        assertThat(codeField(page)).isFocused();
        clock.toNextStep();
        type(new AuthenticatorApp(page.locator(".secret-key").innerText(), clock).code());
        press("Enter");
        assertThat(page.getByText("Your new app is set up. From now on, use its codes.")
                        .last())
                .isVisible();
        assertThat(button(page, "Set up another app")).isFocused();

        goTo(button(page, "Create new recovery codes"));
        press("Enter");
        assertThat(button(page, "Create new codes")).isFocused();
        press("Enter");
        goTo(button(page, "I've saved my codes"));
        press("Enter");
        assertThat(button(page, "Create new recovery codes")).isFocused();
    }

    @Test
    void setting_up_where_it_is_enforced_already() {
        var administrator = people.administrator();
        logIn(page, person);
        people.enrol(administrator);
        clock.toNextStep();
        people.does(administrator, () -> enforcement.enforce(administrator.id(), enforcement.standing()));
        // The secret that it mails takes the place of one that a dialog shows
        outbox.run();
        new Mailbox(person.email()).await(1, "set up two-factor authentication");
        page.navigate("/profile");
        goTo(button(page, "Set up now"));
        press("Enter");
        assertThat(codeField(page)).isFocused();
        type(new AuthenticatorApp(page.locator(".secret-key").innerText(), clock).code());
        press("Enter");
        goTo(button(page, "I've saved my codes"));
        press("Enter");

        assertThat(button(page, "I've saved my codes")).isHidden();
        assertThat(button(page, "Set up now")).isHidden();
        assertThat(page.locator(".two-factor-section > .hint")).isFocused();
    }

    @Test
    void ending_other_sessions() {
        var others = List.of(newBrowser(), newBrowser(), newBrowser(), newBrowser());
        others.forEach(other -> logIn(other, person));
        logIn(page, person);
        var sessions = page.locator(".sessions li");
        var end = page.locator(".sessions").getByRole(AriaRole.BUTTON);
        assertThat(sessions).hasCount(5);
        goTo(end.nth(1));
        press("Enter");
        assertThat(sessions).hasCount(4);
        assertThat(end.nth(1)).isFocused();
        goTo(end.nth(2));
        press("Enter");
        assertThat(sessions).hasCount(3);
        assertThat(end.nth(1)).isFocused();

        goTo(button(page, "End all others"));
        press("Enter");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)
                        .getByRole(AriaRole.BUTTON)
                        .last())
                .isFocused();
        press("Enter");
        assertThat(sessions).hasCount(1);
        assertThat(page.locator(".session-list")).isFocused();
        others.forEach(other -> other.context().close());
    }
}
