package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journeys of people who have no mouse, or do not see one: keys alone, and the focus goes where the eye goes. */
@LatchkeyTest
class KeyboardJourneyTest extends ChromiumJourney {

    private static final int FAR_ENOUGH = 40;
    private static final String IN_GRID_BODY =
            "document.activeElement?.shadowRoot?.activeElement?.closest('tbody') != null";

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
    void signing_in_with_a_code() {
        var app = people.enrol(administrator);
        clock.toNextStep();
        page.navigate("/login");
        assertThat(page.getByLabel("Email")).isFocused();
        type(administrator.email());
        press("Tab");
        assertThat(page.getByLabel("Password")).isFocused();
        type("wrong");
        press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT).first()).hasText("The email or the password is not right.");
        assertThat(page.getByLabel("Password")).isFocused();
        type(People.PASSWORD);
        press("Enter");
        assertThat(codeField(page)).isFocused();
        type("000000");
        press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This code is not right");
        assertThat(codeField(page)).isFocused();
        type(app.code());
        press("Tab");
        assertThat(button(page, "Verify")).isFocused();
        press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/profile"));
    }

    @Test
    void turning_two_factor_authentication_on_and_off() {
        logIn(page, administrator);
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
        assertThat(page.getByText("The secret key is on the clipboard.").last()).isVisible();
        goTo(codeField(page));
        type("000000");
        press("Enter");
        assertThat(page.getByText("This code is not from this secret key.").last())
                .isVisible();
        assertThat(codeField(page)).isFocused();
        type(app.code());
        goTo(button(page, "SUBMIT"));
        press("Enter");
        goTo(button(page, "I have kept them"));
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
    void enforcing_it() {
        logInWithCode();
        var settings = page.getByRole(AriaRole.LINK, named("Authentication Settings"));
        goTo(settings);
        press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Authentication Settings")))
                .isFocused();
        var toggle = page.getByRole(AriaRole.SWITCH, named("Enforce Two Factor Authentication"));
        goTo(toggle);
        press("Space");
        assertThat(button(page, "Confirm")).isFocused();
        press("Escape");
        assertThat(toggle).isFocused();
        press("Space");
        assertThat(button(page, "Confirm")).isFocused();
        press("Enter");
        assertThat(toggle).isChecked();
        assertThat(toggle).isFocused();
    }

    @Test
    void keys_that_come_faster_than_the_answers_of_the_server_all_count() {
        logInWithCode();
        page.navigate("/access-management/authentication-settings");
        var toggle = page.getByRole(AriaRole.SWITCH, named("Enforce Two Factor Authentication"));
        goTo(toggle);
        press("Space");
        assertThat(button(page, "Confirm")).isFocused();

        whileTheServerIsSlow(() -> {
            press("Escape");
            assertThat(toggle).isFocused();
            press("Space");
            assertThat(toggle).not().isChecked();
        });

        assertThat(button(page, "Confirm")).isFocused();
        assertThat(toggle).not().isChecked();
    }

    @Test
    void inviting_somebody() {
        logInWithCode();
        page.navigate("/access-management/users");
        goTo(button(page, "Add User"));
        press("Enter");
        assertThat(page.getByLabel("Email addresses")).isFocused();
        goTo(button(page, "Send invitations"));
        press("Enter");
        assertThat(page.getByText("Enter an email address, such as").last()).isVisible();
        assertThat(page.getByLabel("Email addresses")).isFocused();
        type("guest@example.com");
        goTo(button(page, "Send invitations"));
        press("Enter");
        assertThat(page.getByText("guest@example.com: invited").last()).isVisible();
        goBackTo(button(page, "Close"));
        press("Enter");
        assertThat(button(page, "Add User")).isFocused();
    }

    @Test
    void resetting_somebody_from_the_grid() {
        var member = people.member();
        people.enrol(member);
        logInWithCode();
        page.navigate("/access-management/users");
        assertThat(page.getByText(member.email()).last()).isVisible();
        goTo(page.getByLabel("Search by name or email"));
        type(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        var reset = button(page, "Email New Two Factor Auth Secret");
        enterGrid();
        goRightTo(reset);
        press("Enter");
        assertThat(button(page, "Email new secret")).isFocused();
        press("Escape");
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
        assertThat(reset).isFocused();
        press("Enter");
        assertThat(button(page, "Email new secret")).isFocused();
        press("Enter");
        assertThat(page.getByText("A new secret is on its way to Mia Member.").last())
                .isVisible();
        page.waitForFunction("() => " + IN_GRID_BODY);
    }

    @Test
    void editing_somebody_through_the_menu_of_their_row() {
        logInWithCode();
        page.navigate("/access-management/users");
        assertThat(page.getByText(administrator.email()).last()).isVisible();
        var menu = page.getByLabel("More for Mia Member");
        enterGrid();
        goRightTo(menu);
        press("Enter");
        assertThat(page.getByRole(AriaRole.MENUITEM, named("Edit"))).isFocused();
        press("Escape");
        assertThat(menu).isFocused();
        press("Enter");
        assertThat(page.getByRole(AriaRole.MENUITEM, named("Edit"))).isFocused();
        press("Enter");
        var name = page.getByRole(AriaRole.DIALOG).getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
        assertThat(name).isFocused();
        press("Escape");
        assertThat(menu).isFocused();
    }

    @Test
    void the_skip_link_leads_past_the_navigation() {
        logInWithCode();
        page.navigate("/access-management/users");
        assertThat(button(page, "Add User")).isVisible();
        press("Tab");
        assertThat(button(page, "Skip to the content")).isFocused();
        press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Users"))).isFocused();
    }

    private void logInWithCode() {
        var app = people.enrol(administrator);
        clock.toNextStep();
        logIn(page, administrator);
        giveCode(page, app);
    }

    /** What the keys ask for goes to the server together, after the answer to a request that was on its way before. */
    private void whileTheServerIsSlow(Runnable keys) {
        var waiting = new ArrayList<Route>();
        var slow = new AtomicBoolean(true);
        page.route("**/?v-r=uidl*", request -> {
            if (slow.get()) {
                waiting.add(request);
            } else {
                request.resume();
            }
        });
        page.evaluate("() => Object.values(Vaadin.Flow.clients).find(client => client.poll).poll()");
        page.waitForCondition(() -> !waiting.isEmpty());
        keys.run();
        slow.set(false);
        waiting.forEach(Route::resume);
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private void goTo(Locator target) {
        pressUntilFocused("Tab", target);
    }

    private void goBackTo(Locator target) {
        pressUntilFocused("Shift+Tab", target);
    }

    private void pressUntilFocused(String key, Locator target) {
        assertThat(target).isVisible();
        for (var presses = 0; presses < FAR_ENOUGH && !hasFocus(target); presses++) {
            press(key);
        }
        assertThat(target).isFocused();
    }

    private static boolean hasFocus(Locator target) {
        return (Boolean) target.evaluate("element => element.getRootNode().activeElement === element");
    }

    /** The grid's cells are one stop; arrows lead from one to the next. */
    private void enterGrid() {
        for (var presses = 0; presses < FAR_ENOUGH && !isInGridBody(); presses++) {
            press("Tab");
        }
    }

    private boolean isInGridBody() {
        return (Boolean) page.evaluate(IN_GRID_BODY);
    }

    /** Along the row; Enter steps into a cell, Escape out of it. */
    private void goRightTo(Locator target) {
        assertThat(target).isVisible();
        for (var presses = 0; presses < FAR_ENOUGH; presses++) {
            press("Enter");
            if (hasFocus(target)) {
                return;
            }
            press("Escape");
            press("ArrowRight");
        }
        assertThat(target).isFocused();
    }
}
