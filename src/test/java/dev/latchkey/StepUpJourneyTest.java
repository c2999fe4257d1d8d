package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.RecentFactor;
import java.util.List;
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
        assertThat(page.getByText("We're sending a new secret key to Mia Member.")
                        .last())
                .isVisible();

        // And not again within five minutes
        button(page, "Email New Two Factor Auth Secret").first().click();
        button(page, "Email new secret").click();
        assertThat(page.getByText("We're sending a new secret key to Mia Member.")
                        .nth(1))
                .isVisible();
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
    void without_one_it_takes_the_password_and_giving_up_changes_nothing() {
        logIn(page, administrator);
        clock.advance(RecentFactor.VALIDITY);
        page.navigate("/access-management/groups");
        button(page, "Add User Group").click();
        page.getByLabel("Name", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .fill("Auditors");
        button(page, "Save").click();

        password().fill("wrong password");
        button(page, "Continue").click();
        assertThat(page.getByText("That isn't your current password.").last()).isVisible();
        dialogButton("Cancel").click();
        assertThat(page.getByText("Confirm it's you")).isHidden();
        button(page, "Save").click();
        password().fill(People.PASSWORD);
        button(page, "Continue").click();

        assertThat(page.getByText("Auditors").first()).isVisible();
        assertThat(page.getByText("Saved.").last()).isVisible();
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

    @Test
    void FIELD_A11_nobody_is_disabled_or_loses_a_session_from_an_old_session_unasked() {
        var member = people.member();
        logIn(newBrowser(), member);
        logIn(page, administrator);
        clock.advance(RecentFactor.VALIDITY);
        page.navigate("/access-management/users");
        page.getByLabel("Search by name or email").fill(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        button(page, "More actions for Mia Member").click();
        page.getByRole(AriaRole.MENUITEM, named("Sessions")).click();
        var end = page.locator(".sessions").getByRole(AriaRole.BUTTON);
        end.click();

        assertThat(dialogButton("Continue")).isVisible();
        assertThat(end).hasCount(1);
        password().fill(People.PASSWORD);
        button(page, "Continue").click();
        assertThat(page.getByText("No sessions.").last()).isVisible();
        button(page, "Close").click();

        clock.advance(RecentFactor.VALIDITY);
        button(page, "More actions for Mia Member").click();
        page.getByRole(AriaRole.MENUITEM, named("Disable")).click();
        page.getByRole(AriaRole.ALERTDIALOG).getByText("Disable").last().click();
        password().fill(People.PASSWORD);
        button(page, "Continue").click();
        assertThat(page.getByText("Mia Member is disabled.").last()).isVisible();
    }

    @Test
    void FIELD_A10_who_may_not_act_on_a_user_is_told_before_they_are_asked_anything() {
        logIn(page, people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        clock.advance(RecentFactor.VALIDITY);
        page.navigate("/access-management/users");
        page.getByLabel("Search by name or email").fill(administrator.email());
        assertThat(button(page, "More actions for Mia Member")).hasCount(1);
        for (var action : List.of("Edit", "Disable", "Remove")) {
            button(page, "More actions for Mia Member").click();
            page.getByRole(AriaRole.MENUITEM, named(action)).click();
            var refusal = page.getByText("this user has permissions that you don't have");
            assertThat(refusal.last()).isVisible();
            assertThat(page.getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
            assertThat(page.getByText("Confirm it's you")).hasCount(0);
            page.evaluate("document.querySelectorAll('vaadin-notification').forEach(notice => notice.opened = false)");
            assertThat(refusal).hasCount(0);
        }
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
