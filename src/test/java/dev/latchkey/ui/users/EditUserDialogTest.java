package dev.latchkey.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.group.UserGroupSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EditUserDialogTest extends ViewTest {

    @Autowired
    private UserGroupMembers groupMembers;

    @Test
    void shows_what_is_stored_and_saves_what_was_changed() {
        var member = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        edit(people.administrator(), member);
        assertThat(title()).isEqualTo(text("users.edit.title", "Mia Member"));
        assertThat(name().getValue()).isEqualTo("Mia Member");
        assertThat(groups().getValue())
                .singleElement()
                .extracting(UserGroupSummary::name)
                .isEqualTo(groupOf(member));

        type("users.name", " Mia Morgan ");
        enter(groups(), Set.of());
        press("dialog.save");

        assertThat(isDialogOpen()).isFalse();
        assertThat(told()).containsExactly(text("users.edit.done"));
        assertThat(stored(member)).containsEntry("name", "Mia Morgan");
        assertThat(groupsOf(member)).isEmpty();
        assertThat(audited()).containsExactly("USER_CHANGED " + member.email());
        assertThat(row(member.email()).cell("users.name")).isEqualTo("Mia Morgan");
    }

    @Test
    void enter_saves() {
        var member = people.member();
        edit(people.administrator(), member);

        type("users.name", "Mia Morgan");
        pressEnter();

        assertThat(stored(member)).containsEntry("name", "Mia Morgan");
    }

    @Test
    void cancelling_saves_nothing() {
        var member = people.member();
        edit(people.administrator(), member);

        type("users.name", "Mia Morgan");
        press("dialog.cancel");

        assertThat(isDialogOpen()).isFalse();
        assertThat(stored(member)).containsEntry("name", "Mia Member");
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_name_that_is_none_is_refused_at_its_field_and_what_was_typed_stays() {
        var member = people.member();
        edit(people.administrator(), member);

        type("users.name", "Mia\u202eMorgan");
        press("dialog.save");
        assertThat(wrongIn(name())).isEqualTo(text("name.refused.character"));
        assertThat(name().getValue()).isEqualTo("Mia\u202eMorgan");

        type("users.name", "");
        press("dialog.save");
        assertThat(wrongIn(name())).isEqualTo(text("name.refused.length", 100));

        assertThat(isDialogOpen()).isTrue();
        assertThat(stored(member)).containsEntry("name", "Mia Member");

        type("users.name", "Mia Morgan");
        press("dialog.save");
        assertThat(stored(member)).containsEntry("name", "Mia Morgan");
    }

    @Test
    void somebody_who_has_not_signed_up_has_groups_but_no_name_to_edit() {
        var member = invited();
        people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        edit(people.administrator(), member);
        assertThat(all(TextField.class)).isEmpty();

        chooseAlso("Group of");
        press("dialog.save");

        assertThat(groupsOf(member)).hasSize(1);
    }

    @Test
    void FIELD_T4_whoever_comes_second_is_told_what_has_changed_and_keeps_what_they_typed() {
        var member = people.member();
        people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        edit(people.administrator(), member);
        chooseAlso("Group of");

        jdbc.update("UPDATE users SET name = 'Mia Moore', version = version + 1 WHERE id = ?", member.id());
        press("dialog.save");

        assertThat(shown())
                .contains(text("edit.changed-meanwhile"), text("edit.value", text("users.name"), "Mia Moore"));
        assertThat(name().getValue()).isEqualTo("Mia Moore");
        assertThat(groups().getValue()).hasSize(1);
        assertThat(groupsOf(member)).isEmpty();

        press("dialog.save");

        assertThat(isDialogOpen()).isFalse();
        assertThat(groupsOf(member)).hasSize(1);
        assertThat(stored(member)).containsEntry("name", "Mia Moore");
    }

    @Test
    void FIELD_T4_a_group_that_somebody_else_has_taken_away_meanwhile_is_not_given_back() {
        var member = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var administrator = people.administrator();
        edit(administrator, member);
        type("users.name", "Mia Married");

        var group = jdbc.queryForObject("SELECT id FROM user_group WHERE NOT built_in", Long.class);
        elsewhere(() -> people.does(administrator, () -> groupMembers.remove(administrator.id(), group, member.id())));
        press("dialog.save");

        assertThat(shown()).contains(text("edit.removed", text("users.groups"), groupOf(member)));
        assertThat(name().getValue()).isEqualTo("Mia Married");
        press("dialog.save");
        assertThat(groupsOf(member)).isEmpty();
        assertThat(stored(member)).containsEntry("name", "Mia Married");
    }

    @Test
    void the_last_administrator_stays_one_and_the_groups_say_why() {
        var administrator = people.administrator();
        edit(administrator, administrator);

        enter(groups(), Set.of());
        press("dialog.save");

        assertThat(wrongIn(groups())).isEqualTo(text("access.refused.last-administrator"));
        assertThat(groups().getValue()).isEmpty();
        assertThat(groupsOf(administrator)).containsExactly("Account Administrator");
    }

    @Test
    void nobody_gives_more_permissions_than_they_have() {
        var member = people.member();
        edit(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS), member);

        chooseAlso("Account Administrator");
        press("dialog.save");

        assertThat(wrongIn(groups())).isEqualTo(text("access.refused.beyond-own-permissions"));
        assertThat(groupsOf(member)).isEmpty();
    }

    private void edit(Person actor, Person member) {
        signIn(actor);
        open(UsersView.class);
        row(member.email()).choose("users.more-actions", "users.edit");
    }

    private static void chooseAlso(String beginning) {
        var chosen = new HashSet<>(groups().getValue());
        groups().getListDataView()
                .getItems()
                .filter(group -> group.name().startsWith(beginning))
                .forEach(chosen::add);
        enter(groups(), Set.copyOf(chosen));
    }

    private static TextField name() {
        return field(TextField.class, "users.name");
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<UserGroupSummary> groups() {
        return field(MultiSelectComboBox.class, "users.groups");
    }

    private static String groupOf(Person person) {
        return "Group of " + person.email();
    }

    private List<String> groupsOf(Person person) {
        return jdbc.queryForList(
                "SELECT g.name FROM user_group g JOIN user_group_member m ON m.user_group = g.id WHERE m.user_id = ?",
                String.class,
                person.id());
    }
}
