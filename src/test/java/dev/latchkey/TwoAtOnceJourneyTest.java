package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever comes second is told what changed, and loses nothing that they typed. */
@LatchkeyTest
class TwoAtOnceJourneyTest extends ChromiumJourney {

    @Autowired
    private UserGroups groups;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;
    private Person member;

    @BeforeEach
    void anAdministratorAndSomebodyWhoMayDoSomething() {
        people.startOver();
        administrator = people.administrator();
        member = people.memberWith(Permission.MANAGE_ACCOUNT);
        jdbc.update("UPDATE user_group SET name = 'Accounts' WHERE NOT built_in");
        logIn(page, administrator);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void FIELD_T4_a_dialog_left_open_tells_what_somebody_else_did_and_keeps_what_was_typed() {
        page.navigate("/access-management/users");
        page.getByLabel("Search by name or email").fill(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        button(page, "More actions for Mia Member").click();
        page.getByRole(AriaRole.MENUITEM, named("Edit")).click();
        field("Name").fill("Mia Married");
        var group = jdbc.queryForObject("SELECT id FROM user_group WHERE name = 'Accounts'", Long.class);
        people.does(administrator, () -> groups.removeMember(administrator.id(), group, member.id()));
        button(page, "Save").click();

        var notice = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT);
        assertThat(notice.first()).containsText("Someone else changed this while you were editing.");
        assertThat(notice.first()).containsText("User groups, removed: Accounts");
        assertThat(field("Name")).hasValue("Mia Married");
        button(page, "Save").click();
        assertThat(page.getByText("Saved.").last()).isVisible();
        assertThat(page.getByText("Mia Married").first()).isVisible();
        org.assertj.core.api.Assertions.assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM user_group_member WHERE user_group = ?", Integer.class, group))
                .isZero();
    }

    @Test
    void FIELD_T4_each_refusal_of_a_group_stands_at_its_own_field() {
        var helpdesk = people.memberWith(Permission.MANAGE_USERS_AND_GROUPS);
        var office = newBrowser();
        logIn(office, helpdesk);
        office.navigate("/access-management/groups");
        button(office, "Add User Group").click();
        button(office, "Save").click();
        assertThat(field(office, "Name")).hasAttribute("aria-invalid", "true");
        field(office, "Name").fill("Accounts");
        button(office, "Save").click();
        assertThat(office.getByText("There is already a user group called Accounts.")
                        .last())
                .isVisible();
        assertThat(field(office, "Name")).hasAttribute("aria-invalid", "true");
        field(office, "Name").fill("Helpers");
        office.getByLabel("Manage Account").check();
        button(office, "Save").click();

        assertThat(office.locator("vaadin-checkbox-group[invalid]"))
                .containsText("you can't give permissions that you don't have");
        assertThat(field(office, "Name")).not().hasAttribute("aria-invalid", "true");
        office.context().close();
    }

    private Locator field(String label) {
        return field(page, label);
    }

    private static Locator field(Page browser, String label) {
        return browser.getByRole(AriaRole.DIALOG).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
