package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.KeyboardJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.enforcement.Enforcement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What administrators do, by keys alone, and the focus goes where the eye goes. */
@LatchkeyTest
class KeyboardAdministrationJourneyTest extends KeyboardJourney {

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
        var app = people.enrol(administrator);
        clock.toNextStep();
        logIn(page, administrator);
        giveCode(page, app);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void enforcing_it() {
        var settings = page.getByRole(AriaRole.LINK, named("Authentication Settings"));
        goTo(settings);
        press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Authentication Settings")))
                .isFocused();
        var toggle = page.getByRole(AriaRole.SWITCH, named("Enforce Two Factor Authentication"));
        goTo(toggle);
        press("Space");
        assertThat(firstChoice()).isFocused();
        press("Escape");
        assertThat(toggle).isFocused();
        press("Space");
        assertThat(firstChoice()).isFocused();
        goTo(button(page, "Confirm"));
        press("Enter");
        assertThat(toggle).isChecked();
        assertThat(toggle).isFocused();
    }

    @Test
    void keys_that_come_faster_than_the_answers_of_the_server_all_count() {
        page.navigate("/access-management/authentication-settings");
        var toggle = page.getByRole(AriaRole.SWITCH, named("Enforce Two Factor Authentication"));
        goTo(toggle);
        press("Space");
        assertThat(firstChoice()).isFocused();

        whileTheServerIsSlow(() -> {
            press("Escape");
            assertThat(toggle).isFocused();
            press("Space");
            assertThat(toggle).not().isChecked();
        });

        assertThat(firstChoice()).isFocused();
        assertThat(toggle).not().isChecked();
    }

    @Test
    void what_a_dialog_covers_cannot_be_asked_for_meanwhile() {
        page.navigate("/access-management/authentication-settings");
        goTo(page.getByRole(AriaRole.SWITCH, named("Enforce Two Factor Authentication")));
        press("Space");
        assertThat(firstChoice()).isFocused();

        page.waitForResponse(
                "**/?v-r=uidl*",
                () -> page.evaluate(
                        "document.querySelector('vaadin-checkbox').dispatchEvent(new CustomEvent('switch-asked'))"));
        press("Escape");

        assertThat(page.locator("vaadin-confirm-dialog")).hasCount(0);
    }

    /** Of the question about enforcing. */
    private Locator firstChoice() {
        return page.getByRole(AriaRole.RADIO, named("Everybody"));
    }

    @Test
    void inviting_somebody() {
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
        page.navigate("/access-management/users");
        assertThat(page.getByText(member.email()).last()).isVisible();
        goTo(page.getByLabel("Search by name or email"));
        type(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        var reset = button(page, "Email New Two Factor Auth Secret");
        enterGrid();
        goRightTo(reset);
        press("Enter");
        assertThat(button(page, "Cancel")).isFocused();
        press("Escape");
        assertThat(reset).isFocused();
        // Until then the server takes what comes for asked beneath the dialog
        assertThat(page.locator("vaadin-confirm-dialog")).hasCount(0);
        press("Enter");
        assertThat(button(page, "Cancel")).isFocused();
        goTo(button(page, "Email new secret"));
        press("Enter");
        assertThat(page.getByText("We're sending a new secret key to Mia Member.")
                        .last())
                .isVisible();
        page.waitForFunction("() => " + IN_GRID_BODY);
    }

    @Test
    void editing_somebody_through_the_menu_of_their_row() {
        page.navigate("/access-management/users");
        assertThat(page.getByText(administrator.email()).last()).isVisible();
        var menu = page.getByLabel("More actions for Mia Member");
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
    void making_a_group_and_deleting_it() {
        page.navigate("/access-management/groups");
        goTo(button(page, "Add User Group"));
        press("Enter");
        var name = page.getByRole(AriaRole.DIALOG).getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
        assertThat(name).isFocused();
        press("Enter");
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).isFocused();
        type("Auditors");
        goTo(page.getByLabel("View Audit Trail"));
        press("Space");
        press("Enter");
        assertThat(button(page, "Add User Group")).isFocused();

        var delete = button(page, "Delete: Auditors");
        enterGrid();
        press("ArrowDown");
        goRightTo(button(page, "Edit: Auditors"));
        goTo(delete);
        press("Enter");
        assertThat(button(page, "Cancel")).isFocused();
        goTo(button(page, "Delete"));
        press("Enter");
        assertThat(delete).isHidden();
        page.waitForFunction("() => " + IN_GRID_BODY);
    }

    @Test
    void FIELD_P23_a_key_pressed_once_too_often_removes_nobody() {
        var member = people.member();
        page.navigate("/access-management/users");
        goTo(page.getByLabel("Search by name or email"));
        type(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        var menu = button(page, "More actions for Mia Member");
        enterGrid();
        goRightTo(menu);
        for (var action : List.of("Disable", "Remove")) {
            press("Enter");
            assertThat(page.getByRole(AriaRole.MENUITEM, named("Edit"))).isFocused();
            goDownTo(page.getByRole(AriaRole.MENUITEM, named(action)));
            press("Enter");
            assertThat(button(page, "Cancel")).isFocused();
            press("Enter");
            assertThat(page.locator("vaadin-confirm-dialog")).hasCount(0);
            assertThat(menu).isFocused();
        }

        press("Enter");
        goDownTo(page.getByRole(AriaRole.MENUITEM, named("Remove")));
        press("Enter");
        assertThat(button(page, "Cancel")).isFocused();
        goTo(button(page, "Remove"));
        press("Enter");
        assertThat(page.getByText("Mia Member is removed.").last()).isVisible();
    }

    @Test
    void FIELD_A16_the_export_is_downloaded_by_keys_alone() {
        page.navigate("/access-management/audit-trail?action=SIGNED_IN");
        var export = button(page, "Export CSV");
        goTo(export);

        var file = page.waitForDownload(() -> press("Enter"));

        org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).isEqualTo("audit-trail.csv");
        org.assertj.core.api.Assertions.assertThat(file.failure()).isNull();
        assertThat(export).isFocused();
    }

    @Test
    void ending_somebodys_sessions() {
        var member = people.member();
        var first = newBrowser();
        var second = newBrowser();
        logIn(first, member);
        logIn(second, member);
        page.navigate("/access-management/users");
        var menu = button(page, "More actions for Mia Member");
        assertThat(page.getByText(member.email()).last()).isVisible();
        goTo(page.getByLabel("Search by name or email"));
        type(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        enterGrid();
        goRightTo(menu);
        press("Enter");
        assertThat(page.getByRole(AriaRole.MENUITEM, named("Edit"))).isFocused();
        goDownTo(page.getByRole(AriaRole.MENUITEM, named("Sessions")));
        press("Enter");
        var end = page.locator(".sessions").getByRole(AriaRole.BUTTON);
        goTo(end.nth(0));
        press("Enter");
        assertThat(end).hasCount(1);
        assertThat(end.nth(0)).isFocused();
        press("Enter");
        assertThat(page.getByText("No sessions.").last()).isVisible();
        assertThat(page.locator(".session-list")).isFocused();
        press("Escape");
        assertThat(menu).isFocused();
        first.context().close();
        second.context().close();
    }

    @Test
    void having_refused_mails_tried_again() {
        people.member();
        people.member();
        people.does(administrator, () -> enforcement.enforce(administrator.id(), enforcement.standing()));
        outbox.run();
        jdbc.update("UPDATE outbox_message SET status = 'FAILED', sent_at = NULL, failure = '550 no such user'");
        page.navigate("/access-management/authentication-settings");
        var retry = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retry member"));
        assertThat(retry).hasCount(2);
        enterGrid();
        goRightTo(retry.first());
        press("Enter");
        assertThat(retry).hasCount(1);
        page.waitForFunction("() => " + IN_GRID_BODY);

        enterGrid();
        goRightTo(retry);
        press("Enter");
        assertThat(retry).hasCount(0);
        assertThat(page.locator(".mail-progress [role=status]")).isFocused();
    }

    @Test
    void the_skip_link_leads_past_the_navigation() {
        page.navigate("/access-management/users");
        assertThat(button(page, "Add User")).isVisible();
        press("Tab");
        assertThat(button(page, "Skip to content")).isFocused();
        press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Users"))).isFocused();
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
}
