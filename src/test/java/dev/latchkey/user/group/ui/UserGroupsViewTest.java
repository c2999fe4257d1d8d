package dev.latchkey.user.group.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import dev.latchkey.component.Times;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.user.access.Permission;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserGroupsViewTest extends ViewTest {

    @Test
    void whoever_may_not_manage_groups_meets_no_such_page() {
        signIn(people.memberWith(Permission.VIEW_AUDIT_TRAIL));

        openAddress("access-management/groups");

        assertThat(shown()).contains(text("error.no-page.title")).doesNotContain(text("groups.add"));
    }

    @Test
    void each_row_says_what_a_group_permits_and_how_many_are_in_it() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        signIn(people.administrator());
        open(UserGroupsView.class);

        assertThat(rows()).hasSize(2);
        var builtIn = row("Account Administrator");
        assertThat(builtIn.cell("groups.description")).isEqualTo(text("groups.built-in.description"));
        assertThat(builtIn.cell("groups.permissions"))
                .contains(
                        text("permission.manage-account"),
                        text("permission.manage-users-and-groups"),
                        text("permission.view-audit-trail"));
        assertThat(builtIn.cell("groups.members")).isEqualTo("1");
        var own = row("Group of " + auditor.email());
        assertThat(own.cell("groups.permissions")).isEqualTo(text("permission.view-audit-trail"));
        assertThat(own.cell("groups.description")).isEmpty();
    }

    @Test
    void a_group_whose_members_need_a_code_says_so_now_or_from_a_date() {
        var member = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var later = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        enforceFor(member, clock.instant());
        var start = clock.instant().plusSeconds(3_600);
        enforceFor(later, start);
        signIn(people.administrator());
        open(UserGroupsView.class);

        assertThat(row("Group of " + member.email()).cell("groups.name")).contains(text("groups.code-owed"));
        assertThat(row("Group of " + later.email()).cell("groups.name"))
                .contains(text("groups.code-owed-from", Times.text(UI.getCurrent(), start)));
        assertThat(row("Account Administrator").cell("groups.name")).isEqualTo("Account Administrator");
    }

    private void enforceFor(Person member, Instant since) {
        jdbc.update(
                "INSERT INTO enforced_group (user_group, enforced_since, enforcement_begun) VALUES (?, ?, TRUE)",
                people.groupOf(member),
                Timestamp.from(since));
    }

    @Test
    void the_built_in_group_cannot_be_deleted_and_any_other_can() {
        people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        signIn(people.administrator());
        open(UserGroupsView.class);

        assertThat(row("Account Administrator")
                        .part("grid.actions")
                        .getChildren()
                        .map(Button.class::cast))
                .extracting(Button::getText)
                .containsExactly(text("groups.edit"), text("groups.edit-members"));
        assertThat(row("Group of").part("grid.actions").getChildren().map(Button.class::cast))
                .extracting(Button::getText)
                .containsExactly(text("groups.edit"), text("groups.edit-members"), text("groups.delete"));
    }

    @Test
    void deleting_asks_with_the_number_of_members_and_the_row_is_gone() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var name = "Group of " + auditor.email();
        signIn(people.administrator());
        open(UserGroupsView.class);

        row(name).press("grid.actions", "groups.delete");
        assertThat(question()).isEqualTo(text("groups.delete.question", name, 1));
        confirm();

        assertThat(told()).containsExactly(text("groups.delete.done", name));
        assertThat(rows()).hasSize(1);
        assertThat(audited()).containsExactly("GROUP_DELETED " + name);
    }

    @Test
    void a_group_that_has_got_members_since_the_question_is_not_deleted() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var other = people.member();
        var name = "Group of " + auditor.email();
        signIn(people.administrator());
        open(UserGroupsView.class);

        row(name).press("grid.actions", "groups.delete");
        jdbc.update("INSERT INTO user_group_member SELECT id, ? FROM user_group WHERE name = ?", other.id(), name);
        confirm();

        assertThat(told()).containsExactly(text("groups.refused.changed"));
        assertThat(audited()).isEmpty();
        assertThat(rows()).hasSize(2);
    }

    @Test
    void nobody_deletes_a_group_with_more_permissions_than_their_own() {
        var manager = people.memberWith(Permission.MANAGE_ACCOUNT);
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        open(UserGroupsView.class);

        row("Group of " + manager.email()).press("grid.actions", "groups.delete");
        confirm();

        assertThat(told()).containsExactly(text("access.refused.group-beyond-reach"));
        assertThat(rows()).hasSize(3);
    }

    @Test
    void after_a_while_deleting_asks_who_it_is() {
        people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        signInLongAgo(people.administrator());
        open(UserGroupsView.class);

        row("Group of").press("grid.actions", "groups.delete");
        confirm();
        assertThat(title()).isEqualTo(text("step-up.title"));
        assertThat(audited()).isEmpty();
        type("login.password", People.PASSWORD);
        press("step-up.submit");

        assertThat(rows()).hasSize(1);
    }
}
