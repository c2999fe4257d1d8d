package dev.latchkey.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.component.Times;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroupSummary;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    void who_is_invited_has_the_proposed_name_until_they_choose_one() {
        var invited = invited();
        propose("Ada Lovelace", invited);
        var registered = people.member();
        propose("Somebody Else", registered);
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(row(invited.email()).cell("users.name").lines())
                .containsExactly("Ada Lovelace", text("users.name.proposed"));
        assertThat(row(invited.email()).tooltip("users.name"))
                .isEqualTo(text("users.name.proposed-in-words", "Ada Lovelace"));
        assertThat(row(invited.email()).cell("users.status")).isEqualTo(text("users.status.invited"));
        assertThat(row(registered.email()).cell("users.name")).isEqualTo("Mia Member");

        openAddress("access-management/users?search=lovelace");
        assertThat(rows()).hasSize(1);
        openAddress("access-management/users?search=somebody");
        assertThat(rows()).isEmpty();
    }

    @Test
    void what_the_filter_shows_is_exported() {
        signIn(people.administrator());
        openAddress("access-management/users?search=ada&status=active&secret=unproven");

        press("users.export");

        assertThat(exportForm().getElement().getAttribute("action")).isEqualTo("access-management/users.csv");
        assertThat(sentWith(exportForm()))
                .containsEntry("search", "ada")
                .containsEntry("status", "ACTIVE")
                .containsEntry("secret", "UNPROVEN")
                .containsEntry("state", "")
                .containsEntry("group", "")
                .containsEntry("reach", "")
                .containsEntry("users", "");
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

        assertThat(row(twin.email()).cell("users.email")).contains(text("users.address.has-twin"));
    }

    @Test
    void a_mark_at_the_address_says_that_the_latest_mail_was_refused_and_opens_the_whole_answer() {
        var member = people.member();
        refuseMailTo(member);
        signIn(people.administrator());
        open(UsersView.class);

        var mark = LocatorJ._get(row(member.email()).part("users.email"), Button.class);
        assertThat(mark.getAriaLabel()).contains(text("users.mail.failed", "550 no such mailbox"));
        assertThat(LocatorJ._get(
                                row(member.email()).part("users.title"),
                                Button.class,
                                spec -> spec.withClasses("delivery-mark"))
                        .getAriaLabel())
                .isEqualTo(mark.getAriaLabel());

        press(mark);
        assertThat(title()).isEqualTo(text("users.delivery"));
        assertThat(shown())
                .contains(member.email(), "550 no such mailbox", Times.exact(UI.getCurrent(), clock.instant()))
                .contains(text("users.delivery.copy"));
    }

    @Test
    void a_mail_that_was_accepted_leaves_no_mark() {
        var member = people.member();
        mailTo(member, "SENT", null, "");
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(LocatorJ._find(row(member.email()).part("users.email"), Button.class))
                .isEmpty();
    }

    @Test
    void the_last_login_is_short_and_the_exact_time_with_its_zone_is_a_tooltip() {
        var member = people.member();
        loggedIn(member, Duration.ofMinutes(3));
        var other = people.member();
        loggedIn(other, Duration.ofDays(5));
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(row(member.email()).cell("users.last-sign-in")).isEqualTo("3 minutes ago");
        assertThat(row(member.email()).tooltip("users.last-sign-in"))
                .isEqualTo(Times.exact(UI.getCurrent(), clock.instant().minus(Duration.ofMinutes(3))))
                .endsWith("UTC");
        assertThat(row(other.email()).cell("users.last-sign-in")).matches("\\d{1,2} \\w+ \\d{4}");
    }

    @Test
    void users_with_more_permissions_than_the_reader_are_marked_and_their_link_says_why() {
        var administrator = people.administrator();
        people.enrol(administrator);
        var member = people.member();
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        open(UsersView.class);

        assertThat(row(administrator.email()).partName()).isEqualTo("beyond-reach");
        assertThat(row(member.email()).partName()).isNull();
        assertThat(((Button) row(administrator.email()).part("grid.actions"))
                        .getTooltip()
                        .getText())
                .isEqualTo(text("access.refused.user-beyond-reach"));
    }

    @Test
    void an_address_can_ask_by_status() {
        var invited = invited();
        var disabled = disabled();
        signIn(people.administrator());

        openAddress("access-management/users?status=invited");
        assertThat(emails()).containsExactly(invited.email());
        openAddress("access-management/users?status=disabled");
        assertThat(emails()).containsExactly(disabled.email());
        openAddress("access-management/users?status=active");
        assertThat(emails()).hasSize(1);
    }

    @Test
    void an_address_can_ask_whose_secret_is_not_proven_or_has_expired() {
        var on = people.member();
        people.enrol(on);
        var none = people.member();
        var pending = people.member();
        pendingSecret(pending, Duration.ofHours(1));
        var late = people.member();
        pendingSecret(late, Duration.ofHours(-1));
        var invited = invited();
        var administrator = people.administrator();
        people.enrol(administrator);
        jdbc.update("UPDATE account SET enforced_since = ?", Timestamp.from(clock.instant()));
        signIn(administrator);

        openAddress("access-management/users?secret=unproven");
        assertThat(emails())
                .containsExactlyInAnyOrder(none.email(), pending.email(), late.email())
                .doesNotContain(invited.email());
        openAddress("access-management/users?secret=expired");
        assertThat(emails()).containsExactlyInAnyOrder(none.email(), late.email());

        jdbc.update("UPDATE account SET enforced_since = NULL");
        openAddress("access-management/users?secret=expired&page=1");
        assertThat(emails()).as("without a code nothing expires").isEmpty();
    }

    @Test
    void an_address_can_ask_who_cannot_be_reached() {
        var administrator = people.administrator();
        loggedIn(administrator, Duration.ofDays(1));
        var never = people.member();
        var refused = people.member();
        loggedIn(refused, Duration.ofDays(1));
        refuseMailTo(refused);
        var acceptedSince = people.member();
        loggedIn(acceptedSince, Duration.ofDays(1));
        refuseMailTo(acceptedSince);
        mailTo(acceptedSince, "SENT", null, "");
        signIn(administrator);

        openAddress("access-management/users?reach=refused");
        assertThat(emails()).containsExactly(refused.email());
        openAddress("access-management/users?reach=never");
        assertThat(emails()).containsExactly(never.email());
        openAddress("access-management/users?reach=unreachable");
        assertThat(emails()).containsExactlyInAnyOrder(refused.email(), never.email());
    }

    @Test
    void a_long_list_has_pages_and_the_address_says_which() {
        jdbc.update(
                "INSERT INTO users (email, name, status, created_at) SELECT CONCAT('many', seq, '@example.com'),"
                        + " CONCAT('Many ', LPAD(seq, 3, '0')), 'ACTIVE', ? FROM seq_1_to_120",
                Timestamp.from(clock.instant()));
        signIn(named("Zoe", people.administrator()));
        open(UsersView.class);

        assertThat(rows()).hasSize(50);
        assertThat(shown()).contains(text("pager.part", 1, 50, 121));
        assertThat(button("pager.previous").isEnabled()).isFalse();
        press("pager.next");
        assertThat(rows().getFirst().cell("users.name")).isEqualTo("Many 051");
        assertThat(addressNow()).isEqualTo("access-management/users?page=2");

        openAddress("access-management/users?page=3");
        assertThat(emails()).hasSize(21);
        assertThat(button("pager.next").isEnabled()).isFalse();
        openAddress("access-management/users?page=400");
        assertThat(shown()).contains(text("pager.part", 101, 121, 121));
        openAddress("access-management/users?page=-1");
        assertThat(shown()).contains(text("pager.part", 1, 50, 121));

        openAddress("access-management/users?page=3");
        type("users.search", "Many 00");
        assertThat(addressNow())
                .as("another list begins at its first page")
                .isEqualTo("access-management/users?search=Many%2000");
        assertThat(rows()).hasSize(9);
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

        enter((Select<TwoFactorChoice>) field(Select.class, "users.state"), TwoFactorChoice.ON);
        assertThat(rows()).hasSize(1);
        row(on.email());

        enter((Select<TwoFactorChoice>) field(Select.class, "users.state"), null);
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
        assertThat(field(Select.class, "users.state").getValue()).isEqualTo(TwoFactorChoice.ON);
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
                        "Group of " + auditor.email(),
                        text("users.state.off"),
                        text("grid.line", text("users.last-sign-in"), text("users.never")))
                .doesNotContain(text("users.status.active"));
    }

    @Test
    void on_a_narrow_screen_the_filters_are_behind_a_button_that_says_how_many_are_set() {
        signIn(people.administrator());
        openAddress("access-management/users?search=ada&status=active&reach=never");

        var button = button("grid.filters-set", 2);
        assertThat(button.getElement().getAttribute("aria-expanded")).isEqualTo("false");
        press(button);
        assertThat(button.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        openAddress("access-management/users");
        assertThat(shown()).contains(text("grid.filters"));
    }

    @Test
    void an_address_can_order_the_list() {
        named("Anna", people.member());
        named("Zoe", people.member());
        signIn(named("Mike", people.administrator()));

        openAddress("access-management/users?sort=-name");

        assertThat(rows().stream().map(row -> row.cell("users.name"))).containsExactly("Zoe", "Mike", "Anna");
    }

    private List<String> emails() {
        return rows().stream().map(row -> row.cell("users.email")).toList();
    }

    private static String addressNow() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    private void loggedIn(Person person, Duration ago) {
        jdbc.update(
                "UPDATE users SET last_sign_in_at = ? WHERE id = ?",
                Timestamp.from(clock.instant().minus(ago)),
                person.id());
    }

    private void refuseMailTo(Person person) {
        mailTo(person, "FAILED", "REFUSED", "550 no such mailbox");
    }

    private void mailTo(Person person, String status, @Nullable String problem, String failure) {
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, status, problem, failure, created_at, next_attempt_at)"
                        + " VALUES ('SECRET_RESET', ?, ?, ?, ?, ?, ?)",
                person.id(),
                status,
                problem,
                failure,
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant()));
    }

    private void pendingSecret(Person person, Duration lives) {
        people.enrol(person);
        jdbc.update(
                "UPDATE enrolment SET personal_switch = FALSE, proven_at = NULL, origin = 'BY_EMAIL', expires_at = ? WHERE user_id = ?",
                Timestamp.from(clock.instant().plus(lives)),
                person.id());
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

    private static PostForm exportForm() {
        return LocatorJ._get(one(UserExportForm.class), PostForm.class);
    }

    private static Map<String, String> sentWith(PostForm form) {
        return LocatorJ._find(form, Input.class).stream()
                .map(Component::getElement)
                .collect(Collectors.toMap(input -> input.getAttribute("name"), input -> input.getAttribute("value")));
    }

    private void propose(String name, Person person) {
        jdbc.update("UPDATE users SET proposed_name = ? WHERE id = ?", name, person.id());
    }
}
