package dev.latchkey.user.group.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroup;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupDialogTest extends ViewTest {

    @Test
    void a_new_group_is_saved_with_what_it_permits() {
        toCreate(people.administrator());
        assertThat(title()).isEqualTo(text("groups.add"));

        type("groups.name", " Auditors ");
        type("groups.description", "They read");
        enter(permissions(), Set.of(Permission.VIEW_AUDIT_TRAIL));
        press("dialog.save");

        assertThat(isDialogOpen()).isFalse();
        assertThat(told()).containsExactly(text("settings.saved"));
        assertThat(row("Auditors").cell("groups.description")).isEqualTo("They read");
        assertThat(row("Auditors").cell("groups.permissions")).isEqualTo(text("permission.view-audit-trail"));
        assertThat(audited()).containsExactly("GROUP_CREATED Auditors VIEW_AUDIT_TRAIL");
    }

    @Test
    void FIELD_T4_a_name_that_is_taken_or_none_is_refused_at_its_field_and_what_was_typed_stays() {
        toCreate(people.administrator());

        type("groups.description", "They read");
        press("dialog.save");
        assertThat(wrongIn(name())).isEqualTo(text("name.refused.length", UserGroup.NAME_LENGTH));

        type("groups.name", "account administrator");
        press("dialog.save");
        assertThat(wrongIn(name())).isEqualTo(text("groups.refused.name-taken", "Account Administrator"));

        type("groups.name", "\u200b");
        press("dialog.save");
        assertThat(wrongIn(name())).isEqualTo(text("name.refused.invisible"));

        assertThat(field(TextField.class, "groups.description").getValue()).isEqualTo("They read");
        assertThat(audited()).isEmpty();

        type("groups.name", "Auditors");
        press("dialog.save");
        assertThat(isDialogOpen()).isFalse();
    }

    @Test
    void each_permission_is_explained_where_it_is_chosen() {
        toCreate(people.administrator());

        assertThat(EnumSet.allOf(Permission.class).stream().map(permissions().getItemHelperGenerator()::apply))
                .containsExactly(
                        text("permission.manage-account.hint"),
                        text("permission.manage-users-and-groups.hint"),
                        text("permission.view-audit-trail.hint"));
    }

    @Test
    void a_name_with_a_comma_is_refused_at_its_field_and_stays() {
        toCreate(people.administrator());

        type("groups.name", "Readers, Writers");
        press("dialog.save");

        assertThat(wrongIn(name())).isEqualTo(text("groups.refused.name-with-comma"));
        assertThat(name().getValue()).isEqualTo("Readers, Writers");
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_description_with_hidden_characters_is_refused_at_its_field() {
        toCreate(people.administrator());

        type("groups.name", "Auditors");
        type("groups.description", "They\u202eread");
        press("dialog.save");

        assertThat(wrongIn(field(TextField.class, "groups.description")))
                .isEqualTo(text("description.refused", UserGroup.DESCRIPTION_LENGTH));
        assertThat(audited()).isEmpty();
    }

    @Test
    void FIELD_T4_nobody_makes_a_group_with_more_permissions_than_their_own() {
        toCreate(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));

        press("dialog.save");
        assertThat(wrongIn(name())).isNotEmpty();
        type("groups.name", "Owners");
        enter(permissions(), Set.of(Permission.MANAGE_ACCOUNT));
        press("dialog.save");

        assertThat(wrongIn(permissions())).isEqualTo(text("access.refused.beyond-own-permissions"));
        assertThat(wrongIn(name())).isEmpty();
        assertThat(permissions().getValue()).containsExactly(Permission.MANAGE_ACCOUNT);
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_group_is_shown_as_it_is_stored_and_changed() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        toChange(people.administrator(), "Group of " + auditor.email());
        assertThat(title()).isEqualTo(text("groups.edit.title"));
        assertThat(name().getValue()).isEqualTo("Group of " + auditor.email());
        assertThat(permissions().getValue()).containsExactly(Permission.VIEW_AUDIT_TRAIL);

        type("groups.name", "Auditors");
        enter(permissions(), Set.of());
        pressEnter();

        assertThat(row("Auditors").cell("groups.permissions")).isEmpty();
        assertThat(audited()).singleElement().asString().startsWith("GROUP_CHANGED Auditors");
    }

    @Test
    void of_the_built_in_group_only_the_description_can_be_changed() {
        toChange(people.administrator(), "Account Administrator");

        assertThat(shown()).contains(text("groups.refused.built-in"));
        assertThat(name().isReadOnly()).isTrue();
        assertThat(permissions().isReadOnly()).isTrue();
        assertThat(field(TextField.class, "groups.description").getPlaceholder())
                .isEqualTo(text("groups.built-in.description"));
        type("groups.description", "Those who answer the phone");
        press("dialog.save");

        assertThat(row("Account Administrator").cell("groups.description")).isEqualTo("Those who answer the phone");
        jdbc.update("UPDATE user_group SET description = '' WHERE built_in");
    }

    @Test
    void FIELD_T4_whoever_comes_second_is_told_what_has_changed_and_keeps_what_they_typed() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        toChange(people.administrator(), "Group of " + auditor.email());
        type("groups.name", "Auditors");

        jdbc.update("UPDATE user_group SET description = 'They read', version = version + 1 WHERE NOT built_in");
        press("dialog.save");

        assertThat(shown())
                .contains(text("edit.changed-meanwhile"), text("edit.value", text("groups.description"), "They read"));
        assertThat(name().getValue()).isEqualTo("Auditors");
        assertThat(field(TextField.class, "groups.description").getValue()).isEqualTo("They read");
        assertThat(audited()).isEmpty();

        press("dialog.save");
        assertThat(row("Auditors").cell("groups.description")).isEqualTo("They read");
    }

    @Test
    void a_group_with_more_permissions_than_ones_own_does_not_open() {
        var manager = people.memberWith(Permission.MANAGE_ACCOUNT);
        toChange(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS), "Group of " + manager.email());

        assertThat(told()).containsExactly(text("access.refused.group-beyond-reach"));
        assertThat(isDialogOpen()).isFalse();
    }

    @Test
    void cancelling_saves_nothing() {
        toCreate(people.administrator());

        type("groups.name", "Auditors");
        press("dialog.cancel");

        assertThat(isDialogOpen()).isFalse();
        assertThat(rows()).hasSize(1);
    }

    private void toCreate(Person actor) {
        signIn(actor);
        open(UserGroupsView.class);
        press("groups.add");
    }

    private void toChange(Person actor, String group) {
        signIn(actor);
        open(UserGroupsView.class);
        row(group).press("grid.actions", "groups.edit");
    }

    private static TextField name() {
        return field(TextField.class, "groups.name");
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Permission> permissions() {
        return one(CheckboxGroup.class);
    }
}
