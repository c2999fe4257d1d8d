package dev.latchkey.ui.users.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.select.Select;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.support.People;
import dev.latchkey.support.ViewTest;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroupSummary;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;

class BulkActionsTest extends ViewTest {

    @Test
    void an_action_on_selected_users_names_their_number_and_shows_its_result() {
        var first = people.member();
        var second = people.member();
        var third = people.member();
        signIn(people.administrator());
        open(UsersView.class);
        assertThat(shown()).doesNotContain(text("bulk.selected", 0));

        row(first.email()).select();
        row(second.email()).select();
        assertThat(shown()).contains(text("bulk.selected", 2));
        choose("users.disable");
        assertThat(title()).isEqualTo(text("users.disable"));
        assertThat(shown()).contains(text("bulk.disable.question", 2));
        press("bulk.disable.confirm", 2);

        assertThat(shown()).doesNotContain(text("bulk.selected", 2));
        awaitEnd();
        poll();
        assertThat(shown()).contains(text("bulk.result", text("users.disable"), 2, 2, 0));
        assertThat(row(first.email()).cell("users.status")).isEqualTo(text("users.status.disabled"));
        assertThat(stored(first)).containsEntry("status", "DISABLED");
        assertThat(stored(third)).containsEntry("status", "ACTIVE");

        press("dialog.close");
        assertThat(shown()).doesNotContain(text("bulk.result", text("users.disable"), 2, 2, 0));
    }

    @Test
    void a_result_that_was_seen_and_skipped_nobody_is_gone_with_the_next_visit() {
        var member = people.member();
        signIn(people.administrator());
        open(UsersView.class);
        row(member.email()).select();
        choose("users.disable");
        press("bulk.disable.confirm", 1);
        awaitEnd();

        openAddress("profile");
        open(UsersView.class);
        assertThat(shown()).as("it ended out of sight").contains(text("bulk.result", text("users.disable"), 1, 1, 0));
        openAddress("profile");
        open(UsersView.class);
        assertThat(shown()).doesNotContain(text("bulk.result", text("users.disable"), 1, 1, 0));
    }

    @Test
    void with_the_whole_page_everybody_who_matches_can_be_selected_on_whatever_page() {
        jdbc.update(
                "INSERT INTO users (email, name, status, created_at) SELECT CONCAT('many', seq, '@example.com'),"
                        + " CONCAT('Many ', LPAD(seq, 3, '0')), 'ACTIVE', ? FROM seq_1_to_60",
                Timestamp.from(clock.instant()));
        var member = people.member();
        signIn(people.administrator());
        openAddress("access-management/users?search=Many");

        enter(pageBox(), true);
        assertThat(shown()).contains(text("bulk.selected", 50));
        press("bulk.everybody", 60);
        assertThat(shown()).contains(text("bulk.selected", 60));
        choose("users.disable");
        press("bulk.disable.confirm", 60);

        awaitEnd();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM users WHERE status = 'DISABLED'", Integer.class))
                .isEqualTo(60);
        assertThat(stored(member)).containsEntry("status", "ACTIVE");
    }

    @Test
    void the_selected_users_or_everybody_who_matches_are_exported_without_an_order() {
        var member = people.member();
        signIn(people.administrator());
        open(UsersView.class);
        row(member.email()).select();

        choose("users.export");
        assertThat(exported("users")).isEqualTo(String.valueOf(member.id()));
        assertThat(shown()).contains(text("bulk.selected", 1));

        jdbc.update(
                "INSERT INTO users (email, name, status, created_at) SELECT CONCAT('many', seq, '@example.com'),"
                        + " CONCAT('Many ', LPAD(seq, 3, '0')), 'ACTIVE', ? FROM seq_1_to_60",
                Timestamp.from(clock.instant()));
        openAddress("access-management/users?search=Many");
        enter(pageBox(), true);
        press("bulk.everybody", 60);
        choose("users.export");
        assertThat(exported("users")).isEmpty();
        assertThat(exported("search")).isEqualTo("Many");
    }

    @Test
    void another_page_ends_the_selection_so_that_nothing_is_done_out_of_sight() {
        var member = people.member();
        signIn(people.administrator());
        open(UsersView.class);
        row(member.email()).select();

        openAddress("access-management/users?status=active");

        assertThat(shown()).doesNotContain(text("bulk.selected", 1));
    }

    @Test
    void an_action_with_a_group_asks_for_it_and_tells_who_was_skipped_and_why() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        var administrator = people.administrator();
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        open(UsersView.class);
        row(administrator.email()).select();

        choose("bulk.add-to-group");
        press("bulk.add-to-group.confirm", 1);
        Select<UserGroupSummary> groups = groups();
        assertThat(wrongIn(groups)).isEqualTo(text("bulk.choose-group"));
        enter(
                groups,
                groups.getListDataView()
                        .getItems()
                        .filter(group -> group.name().contains(auditor.email()))
                        .findFirst()
                        .orElseThrow());
        press("bulk.add-to-group.confirm", 1);

        awaitEnd();
        openAddress("profile");
        open(UsersView.class);
        press("bulk.refused.show");
        assertThat(shown()).contains(administrator.email(), text("access.refused.user-beyond-reach"));
    }

    @Test
    void FIELD_A11_after_a_while_an_order_asks_who_it_is_once() {
        var member = people.member();
        signInLongAgo(people.administrator());
        open(UsersView.class);
        row(member.email()).select();

        choose("users.disable");
        press("bulk.disable.confirm", 1);
        assertThat(title()).isEqualTo(text("step-up.title"));
        type("login.password", People.PASSWORD);
        press("step-up.submit");

        awaitEnd();
        assertThat(stored(member)).containsEntry("status", "DISABLED");
    }

    @SuppressWarnings("unchecked")
    private static Select<UserGroupSummary> groups() {
        return field(Select.class, "users.group");
    }

    private static Checkbox pageBox() {
        return all(Checkbox.class).stream()
                .filter(box -> box.getAriaLabel().orElse("").equals(text("bulk.select-page")))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(String key) {
        var chosen = menu(button("bulk.actions")).stream()
                .filter(item -> text(key).equals(item.getText()))
                .findFirst()
                .orElseThrow();
        act(() -> ContextMenuKt._click((MenuItem) chosen));
    }

    private static String exported(String name) {
        return all(PostForm.class).stream()
                .filter(form ->
                        "access-management/users.csv".equals(form.getElement().getAttribute("action")))
                .flatMap(form -> LocatorJ._find(form, Input.class).stream())
                .map(Component::getElement)
                .filter(input -> name.equals(input.getAttribute("name")))
                .map(input -> input.getAttribute("value"))
                .findFirst()
                .orElseThrow();
    }

    /** What the browser does every second while something is going on. */
    private static void poll() {
        act(() -> ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true)));
    }

    private void awaitEnd() {
        await().until(() -> Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT COUNT(*) > 0 AND COUNT(*) = COUNT(finished_at) FROM bulk_order", Boolean.class)));
    }
}
