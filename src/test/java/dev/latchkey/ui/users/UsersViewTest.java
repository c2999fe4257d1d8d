package dev.latchkey.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.directory.TwoFactorState;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroupSummary;
import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsersViewTest extends ViewTest {

    @Test
    void whoever_may_not_manage_users_meets_no_such_page() {
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));

        openAddress("access-management/users");
        assertThat(shown())
                .contains(text("error.no-page.title"), text("error.no-page"))
                .doesNotContain(text("users.add"));
    }

    @Test
    void each_row_says_how_a_user_stands() {
        var administrator = people.administrator();
        people.enrol(administrator);
        var plain = people.member();
        var invited = invited();
        var disabled = named("Dora Disabled", disabled());
        signIn(administrator);
        open(UsersView.class);

        assertThat(rows()).hasSize(4);
        assertThat(row(administrator.email()).cell("users.groups")).isEqualTo("Account Administrator");
        assertThat(row(administrator.email()).cell("users.state")).startsWith(text("users.state.on"));
        assertThat(row(plain.email()).cell("users.name")).isEqualTo("Mia Member");
        assertThat(row(plain.email()).cell("users.state")).isEqualTo(text("users.state.off"));
        assertThat(row(plain.email()).cell("users.last-sign-in")).isEqualTo(text("users.never"));
        assertThat(row(invited.email()).cell("users.status")).isEqualTo(text("users.status.invited"));
        assertThat(row(invited.email()).cell("users.last-sign-in")).isEmpty();
        assertThat(row(disabled.email()).cell("users.name")).isEqualTo("Dora Disabled");
        assertThat(row(disabled.email()).cell("users.status")).isEqualTo(text("users.status.disabled"));
    }

    @Test
    void where_a_code_is_enforced_a_user_without_an_app_is_waited_for() {
        var member = people.member();
        jdbc.update("UPDATE account SET enforced_since = ?", Timestamp.from(clock.instant()));
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(row(member.email()).cell("users.state")).isEqualTo(text("users.state.waiting"));
    }

    @Test
    void the_status_says_what_keeps_somebody_from_logging_in() {
        var locked = people.member();
        people.enrol(locked);
        jdbc.update("UPDATE enrolment SET wrong_codes = 100 WHERE user_id = ?", locked.id());
        var held = waitingForPasswordReset();
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(row(locked.email()).cell("users.status")).isEqualTo(text("users.status.locked"));
        assertThat(row(held.email()).cell("users.status")).isEqualTo(text("users.status.password-reset-waits"));
    }

    @Test
    void a_badge_says_what_is_wrong_with_an_address() {
        var twin = people.member();
        jdbc.update("UPDATE users SET address_problem = 'HAS_TWIN' WHERE id = ?", twin.id());
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(row(twin.email()).cell("users.state")).contains(text("users.address.has-twin"));
    }

    @Test
    void a_line_says_that_the_latest_mail_was_refused_and_why() {
        var member = people.member();
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, status, problem, failure, created_at, next_attempt_at)"
                        + " VALUES ('SECRET_RESET', ?, 'FAILED', 'REFUSED', '550 no such mailbox', ?, ?)",
                member.id(),
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant()));
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(row(member.email()).cell("users.state")).contains(text("users.mail.failed", "550 no such mailbox"));
    }

    @Test
    void typing_searches_and_where_nobody_is_found_one_press_shows_everybody_again() {
        var found = named("Greta Garbo", people.member());
        signIn(people.administrator());
        open(UsersView.class);

        type("users.search", "garbo");
        assertThat(rows()).hasSize(1);
        assertThat(row(found.email()).cell("users.name")).isEqualTo("Greta Garbo");

        type("users.search", "nobody at all");
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains(text("users.empty"));

        press("users.show-all");
        assertThat(rows()).hasSize(2);
        assertThat(field(TextField.class, "users.search").getValue()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_choice_of_state_or_group_narrows_the_list() {
        var on = people.member();
        people.enrol(on);
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        signIn(people.administrator());
        open(UsersView.class);

        enter((Select<TwoFactorState>) field(Select.class, "users.state"), TwoFactorState.ON);
        assertThat(rows()).hasSize(1);
        row(on.email());

        enter((Select<TwoFactorState>) field(Select.class, "users.state"), null);
        Select<UserGroupSummary> groups = field(Select.class, "users.group");
        enter(
                groups,
                groups.getListDataView()
                        .getItems()
                        .filter(group -> group.name().contains(auditor.email()))
                        .findFirst()
                        .orElseThrow());
        assertThat(rows()).hasSize(1);
        row(auditor.email());
    }

    @Test
    void an_address_with_filters_opens_the_same_list() {
        var on = people.member();
        people.enrol(on);
        people.member();
        signIn(people.administrator());

        openAddress("access-management/users?state=on&search=" + on.email());

        assertThat(rows()).hasSize(1);
        assertThat(field(TextField.class, "users.search").getValue()).isEqualTo(on.email());
        assertThat(field(Select.class, "users.state").getValue()).isEqualTo(TwoFactorState.ON);
    }

    @Test
    void an_address_with_nonsense_shows_everybody() {
        people.member();
        signIn(people.administrator());

        openAddress("access-management/users?state=maybe&group=none&sort=--&unknown=1&search=");

        assertThat(rows()).hasSize(2);
        assertThat(field(Select.class, "users.state").getValue()).isNull();
    }

    @Test
    void on_a_narrow_screen_a_card_says_the_same() {
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(row(auditor.email()).cell("users.title"))
                .contains(
                        "Mia Member",
                        auditor.email(),
                        text("grid.line", text("users.groups"), "Group of " + auditor.email()),
                        text("users.state.off"),
                        text("grid.line", text("users.last-sign-in"), text("users.never")));
    }

    @Test
    void an_address_can_order_the_list() {
        named("Anna", people.member());
        named("Zoe", people.member());
        signIn(named("Mike", people.administrator()));

        openAddress("access-management/users?sort=-name");

        assertThat(rows().stream().map(row -> row.cell("users.name"))).containsExactly("Zoe", "Mike", "Anna");
    }

    private Person waitingForPasswordReset() {
        var member = people.member();
        holdPasswordReset(member);
        return member;
    }

    private void holdPasswordReset(Person person) {
        jdbc.update(
                "UPDATE users SET password_reset_asked_at = ?, password_reset_held_until = ? WHERE id = ?",
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant().plus(Duration.ofDays(1))),
                person.id());
    }
}
