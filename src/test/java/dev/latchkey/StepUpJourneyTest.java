package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.access.RecentFactor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grave actions of somebody who signed in a while ago: first they prove again to be themselves, and then it goes on. */
@LatchkeyTest
class StepUpJourneyTest extends ChromiumJourney {

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void with_an_authenticator_app_it_takes_a_code_and_then_goes_on_with_what_was_asked() {
        var app = people.enrol(administrator);
        var member = people.member();
        people.enrol(member);
        findLongAfterLoggingIn(app, member);
        button(page, "Email New Two Factor Auth Secret").first().click();
        button(page, "Email new secret").click();

        codeField(page).fill("000000");
        button(page, "Continue").click();
        assertThat(page.getByText("That code is wrong").last()).isVisible();
        codeField(page).fill(app.code());
        page.keyboard().press("Enter");
        var sent = page.getByText("We're sending a new secret key to Mia Member.");
        assertThat(sent.last()).isVisible();
        assertThat(sent).hasCount(0);

        // And not again within ten minutes
        button(page, "Email New Two Factor Auth Secret").first().click();
        button(page, "Email new secret").click();
        assertThat(sent.last()).isVisible();
    }

    @Test
    void FIELD_P1_enter_in_it_does_one_thing_and_nothing_in_the_dialog_below() {
        var app = people.enrol(administrator);
        var member = people.member();
        findLongAfterLoggingIn(app, member);
        button(page, "More actions for Mia Member").click();
        page.getByRole(AriaRole.MENUITEM).getByText("Edit").click();
        var name = page.getByLabel("Name", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
        name.fill("Maria Member");
        name.press("Enter");
        assertThat(codeField(page)).isFocused();
        assertThat(codeField(page)).hasJSProperty("inputMode", "numeric");
        codeField(page).fill(app.code());
        page.keyboard().press("Enter");

        assertThat(page.getByText("Saved.").last()).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void FIELD_A2_turning_it_on_in_an_old_session_asks_for_the_password_before_any_secret_is_shown() {
        logIn(page, administrator);
        clock.advance(RecentFactor.VALIDITY);
        page.navigate("/profile");
        page.getByRole(AriaRole.SWITCH, named("Two Factor Authentication")).click();

        assertThat(dialogButton("Continue")).isVisible();
        assertThat(page.locator(".secret-key")).hasCount(0);
        password().fill(People.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.locator(".secret-key")).isVisible();
        assertThat(codeField(page)).isFocused();
    }

    private Locator password() {
        return page.locator("vaadin-password-field input");
    }

    private Locator dialogButton(String name) {
        return page.getByRole(AriaRole.DIALOG, named("Confirm it's you"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** Has the administrator find the member, when their own login has grown old. */
    private void findLongAfterLoggingIn(AuthenticatorApp app, Person member) {
        clock.toNextStep();
        logIn(page, administrator);
        giveCode(page, app);
        clock.advance(RecentFactor.VALIDITY);
        page.navigate("/access-management/users");
        page.getByLabel("Search by name or email").fill(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
    }
}
