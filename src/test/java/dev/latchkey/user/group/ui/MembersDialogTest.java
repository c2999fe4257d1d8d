package dev.latchkey.user.group.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.combobox.ComboBox;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.user.UserName;
import dev.latchkey.user.access.Permission;
import org.junit.jupiter.api.Test;

class MembersDialogTest extends ViewTest {

    @Test
    void lists_the_members_and_searches_among_them() {
        var auditor = named("Greta Garbo", people.memberWith(Permission.VIEW_AUDIT_TRAIL));
        membersOf(people.administrator(), "Group of " + auditor.email());
        assertThat(title()).isEqualTo(text("groups.members.title", "Group of " + auditor.email()));
        assertThat(row(auditor.email()).cell("users.name")).isEqualTo("Greta Garbo");

        type("groups.members.search", "nobody");
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains(text("groups.members.empty"));

        type("groups.members.search", "garbo");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void somebody_is_added_at_once_and_can_be_found_by_a_part_of_their_name() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var newcomer = named("Greta Garbo", people.member());
        membersOf(people.administrator(), "Group of " + auditor.email());

        ComboBoxKt.setUserInput(newcomers(), "garb");
        assertThat(ComboBoxKt.getSuggestions(newcomers()))
                .containsExactly(text("groups.members.option", "Greta Garbo", newcomer.email()));
        enter(newcomers(), ComboBoxKt.getSuggestionItems(newcomers()).getFirst());

        assertThat(rows()).hasSize(2);
        assertThat(newcomers().getValue()).isNull();
        assertThat(audited()).singleElement().asString().startsWith("GROUP_MEMBER_ADDED");
        press("dialog.close");
        assertThat(row("Group of").cell("groups.members")).isEqualTo("2");
    }

    @Test
    void somebody_is_taken_out_at_once() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        membersOf(people.administrator(), "Group of " + auditor.email());

        row(auditor.email()).press("grid.actions", "groups.members.remove");

        assertThat(rows()).isEmpty();
        assertThat(audited()).singleElement().asString().startsWith("GROUP_MEMBER_REMOVED");
    }

    @Test
    void the_last_administrator_stays_in_their_group() {
        var administrator = people.administrator();
        membersOf(administrator, "Account Administrator");

        row(administrator.email()).press("grid.actions", "groups.members.remove");

        assertThat(told()).containsExactly(text("access.refused.last-administrator"));
        assertThat(rows()).hasSize(1);
        assertThat(audited()).isEmpty();
    }

    @Test
    void nobody_adds_to_a_group_with_more_permissions_than_their_own_and_the_field_says_so() {
        people.administrator();
        var newcomer = named("Greta Garbo", people.member());
        membersOf(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS), "Account Administrator");

        ComboBoxKt.setUserInput(newcomers(), newcomer.email());
        enter(newcomers(), ComboBoxKt.getSuggestionItems(newcomers()).getFirst());

        assertThat(wrongIn(newcomers())).isEqualTo(text("access.refused.beyond-own-permissions"));
        assertThat(rows()).hasSize(1);
        assertThat(audited()).isEmpty();
    }

    @Test
    void after_a_while_taking_somebody_out_asks_who_it_is() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        signInLongAgo(people.administrator());
        open(UserGroupsView.class);
        row("Group of").press("grid.actions", "groups.edit-members");

        row(auditor.email()).press("grid.actions", "groups.members.remove");
        assertThat(title()).isEqualTo(text("step-up.title"));
        type("login.password", People.PASSWORD);
        press("step-up.submit");

        assertThat(rows()).isEmpty();
    }

    private void membersOf(Person actor, String group) {
        signIn(actor);
        open(UserGroupsView.class);
        row(group).press("grid.actions", "groups.edit-members");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<UserName> newcomers() {
        return one(ComboBox.class);
    }
}
