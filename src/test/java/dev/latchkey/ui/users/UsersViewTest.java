package dev.latchkey.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Row;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.directory.TwoFactorState;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroup;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UsersViewTest extends ViewTest {

    @Autowired
    private TwoFactorReset reset;

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
        assertThat(row(invited.email()).cell("users.name")).isEqualTo(text("users.not-registered"));
        assertThat(row(invited.email()).cell("users.last-sign-in")).isEmpty();
        assertThat(row(disabled.email()).cell("users.name")).isEqualTo(text("users.disabled", "Dora Disabled"));
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
    void the_name_says_what_keeps_somebody_from_logging_in() {
        var locked = people.member();
        people.enrol(locked);
        jdbc.update("UPDATE enrolment SET wrong_codes = 100 WHERE user_id = ?", locked.id());
        var held = waitingForPasswordReset();
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(row(locked.email()).cell("users.name")).isEqualTo(text("users.locked", "Mia Member"));
        assertThat(row(held.email()).cell("users.name")).isEqualTo(text("users.password-reset-waits", "Mia Member"));
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
        Select<UserGroup> groups = field(Select.class, "users.group");
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
    void an_address_can_order_the_list() {
        named("Anna", people.member());
        named("Zoe", people.member());
        signIn(named("Mike", people.administrator()));

        openAddress("access-management/users?sort=-name");

        assertThat(rows().stream().map(row -> row.cell("users.name"))).containsExactly("Zoe", "Mike", "Anna");
    }

    @Test
    void a_new_secret_is_offered_only_to_users_who_log_in_with_a_code_and_otherwise_it_says_why_not() {
        var without = people.member();
        var invited = invited();
        var with = people.member();
        people.enrol(with);
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(resetOf(with).isEnabled()).isTrue();
        assertThat(resetOf(without).isEnabled()).isFalse();
        assertThat(explanation(row(without.email()).part("grid.actions"))).endsWith(text("users.reset.no-code-needed"));
        assertThat(resetOf(invited).isEnabled()).isFalse();
        assertThat(explanation(row(invited.email()).part("grid.actions"))).endsWith(text("users.reset.cannot-sign-in"));
    }

    @Test
    void a_new_secret_is_mailed_after_a_question() {
        var member = people.member();
        people.enrol(member);
        signIn(people.administrator());
        open(UsersView.class);

        press(resetOf(member));
        assertThat(question()).isEqualTo(text("users.reset.question", "Mia Member", member.email()));
        confirm();

        assertThat(told()).containsExactly(text("users.reset.done", "Mia Member"));
        assertThat(audited()).containsExactly("TWO_FACTOR_RESET " + member.email() + " BY_EMAIL");
        assertThat(mailsTo(member)).contains("SECRET_RESET");
        assertThat(row(member.email()).cell("users.state")).startsWith(text("users.state.waiting"));
    }

    @Test
    void the_question_warns_where_the_password_was_chosen_by_mail_just_before() {
        var member = people.member();
        people.enrol(member);
        jdbc.update(
                "UPDATE users SET password_reset_at = ? WHERE id = ?", Timestamp.from(clock.instant()), member.id());
        signIn(people.administrator());
        open(UsersView.class);

        press(resetOf(member));

        assertThat(question()).isEqualTo(text("users.reset.question-after-password", "Mia Member", member.email()));
    }

    @Test
    void where_secrets_are_shown_on_screen_the_question_says_so_and_none_is_mailed() {
        jdbc.update("UPDATE account SET secret_delivery = 'ON_SCREEN'");
        var member = people.member();
        people.enrol(member);
        signIn(people.administrator());
        open(UsersView.class);

        press(resetOf(member));
        assertThat(question()).isEqualTo(text("users.reset.question-on-screen", "Mia Member", member.email()));
        confirm();

        assertThat(told()).containsExactly(text("users.reset.done-on-screen", "Mia Member"));
        assertThat(audited()).containsExactly("TWO_FACTOR_RESET " + member.email() + " ON_SCREEN");
    }

    @Test
    void nothing_is_reset_where_somebody_has_changed_meanwhile_how_secrets_travel() {
        var member = people.member();
        people.enrol(member);
        signIn(people.administrator());
        open(UsersView.class);

        press(resetOf(member));
        jdbc.update("UPDATE account SET secret_delivery = 'ON_SCREEN'");
        confirm();

        assertThat(told()).containsExactly(text("reset.refused.delivery-changed"));
        assertThat(audited()).isEmpty();
    }

    @Test
    void whoever_says_no_to_a_question_changes_nothing() {
        var member = people.member();
        people.enrol(member);
        signIn(people.administrator());
        open(UsersView.class);

        press(resetOf(member));
        cancel();

        assertThat(isDialogOpen()).isFalse();
        assertThat(told()).isEmpty();
        assertThat(audited()).isEmpty();
        assertThat(mailsTo(member)).isEmpty();
    }

    @Test
    void the_menu_of_a_user_offers_what_suits_their_state() {
        var active = people.member();
        var invited = invited();
        var disabled = disabled();
        var locked = people.member();
        people.enrol(locked);
        jdbc.update("UPDATE enrolment SET wrong_codes = 100 WHERE user_id = ?", locked.id());
        var held = waitingForPasswordReset();
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(menuOf(active))
                .containsExactly(
                        text("users.edit"), text("users.sessions"), text("users.disable"), text("users.remove"));
        assertThat(menuOf(invited))
                .containsExactly(text("users.edit"), text("users.invite-again"), text("users.remove"));
        assertThat(menuOf(disabled)).containsExactly(text("users.edit"), text("users.enable"), text("users.remove"));
        assertThat(menuOf(locked))
                .containsExactly(
                        text("users.edit"),
                        text("users.sessions"),
                        text("users.unlock"),
                        text("users.disable"),
                        text("users.remove"));
        assertThat(menuOf(held)).contains(text("users.allow-password-reset"));
    }

    @Test
    void nobody_is_offered_to_allow_their_own_password_reset() {
        var administrator = people.administrator();
        holdPasswordReset(administrator);
        signIn(administrator);
        open(UsersView.class);

        assertThat(menuOf(administrator)).doesNotContain(text("users.allow-password-reset"));
    }

    @Test
    void disabling_asks_and_ends_the_sessions() {
        var member = people.member();
        signIn(people.administrator());
        open(UsersView.class);

        choose(member, "users.disable");
        assertThat(question()).isEqualTo(text("users.disable.question", "Mia Member", member.email()));
        confirm();

        assertThat(told()).containsExactly(text("users.disable.done", "Mia Member"));
        assertThat(stored(member)).containsEntry("status", "DISABLED");
        assertThat(stored(member).get("session_epoch")).isNotEqualTo(0L);
        assertThat(audited()).containsExactly("USER_DISABLED " + member.email());
        assertThat(row(member.email()).cell("users.name")).isEqualTo(text("users.disabled", "Mia Member"));
    }

    @Test
    void the_last_administrator_cannot_be_disabled_or_removed() {
        var administrator = people.administrator();
        signIn(administrator);
        open(UsersView.class);

        choose(administrator, "users.disable");
        confirm();
        choose(administrator, "users.remove");
        confirm();

        assertThat(told())
                .containsExactly(text("access.refused.last-administrator"), text("access.refused.last-administrator"));
        assertThat(stored(administrator)).containsEntry("status", "ACTIVE");
        assertThat(audited()).isEmpty();
    }

    @Test
    void enabling_happens_at_once() {
        var member = disabled();
        signIn(people.administrator());
        open(UsersView.class);

        choose(member, "users.enable");

        assertThat(told()).containsExactly(text("users.enable.done", "Mia Member"));
        assertThat(stored(member)).containsEntry("status", "ACTIVE");
        assertThat(audited()).containsExactly("USER_ENABLED " + member.email());
    }

    @Test
    void removing_asks_and_the_row_is_gone() {
        var member = people.member();
        signIn(people.administrator());
        open(UsersView.class);

        choose(member, "users.remove");
        assertThat(question()).isEqualTo(text("users.remove.question", "Mia Member", member.email()));
        confirm();

        assertThat(told()).containsExactly(text("users.remove.done", "Mia Member"));
        assertThat(exists(member)).isFalse();
        assertThat(audited()).containsExactly("USER_REMOVED " + member.email());
        assertThat(rows()).hasSize(1);
    }

    @Test
    void an_invitation_that_was_accepted_meanwhile_is_not_withdrawn_as_one() {
        var member = invited();
        signIn(people.administrator());
        open(UsersView.class);

        choose(member, "users.remove");
        jdbc.update("UPDATE users SET status = 'ACTIVE', name = 'Mia Member' WHERE id = ?", member.id());
        confirm();

        assertThat(told()).containsExactly(text("access.refused.user-changed"));
        assertThat(exists(member)).isTrue();
    }

    @Test
    void an_invitation_is_sent_again_at_once() {
        var member = invited();
        signIn(people.administrator());
        open(UsersView.class);

        choose(member, "users.invite-again");

        assertThat(told()).containsExactly(text("users.invite-again.done", member.email()));
        assertThat(mailsTo(member)).containsExactly("INVITATION");
        assertThat(audited()).containsExactly("INVITATION_SENT_AGAIN " + member.email());
    }

    @Test
    void unlocking_asks_and_forgets_the_wrong_codes() {
        var member = people.member();
        people.enrol(member);
        jdbc.update("UPDATE enrolment SET wrong_codes = 100 WHERE user_id = ?", member.id());
        signIn(people.administrator());
        open(UsersView.class);

        choose(member, "users.unlock");
        assertThat(question()).isEqualTo(text("users.unlock.question", "Mia Member", member.email()));
        confirm();

        assertThat(told()).containsExactly(text("users.unlock.done", "Mia Member"));
        assertThat(jdbc.queryForObject(
                        "SELECT wrong_codes FROM enrolment WHERE user_id = ?", Integer.class, member.id()))
                .isZero();
        assertThat(audited()).containsExactly("SIGN_IN_UNLOCKED " + member.email());
        assertThat(row(member.email()).cell("users.name")).isEqualTo("Mia Member");
    }

    @Test
    void allowing_a_password_reset_asks_and_mails_the_link() {
        var member = resetBy(people.administrator());
        holdPasswordReset(member);
        signIn(people.administrator());
        open(UsersView.class);

        choose(member, "users.allow-password-reset");
        assertThat(question()).isEqualTo(text("users.allow-password-reset.question", "Mia Member", member.email()));
        confirm();

        assertThat(told()).containsExactly(text("users.allow-password-reset.done", "Mia Member"));
        assertThat(audited()).containsExactly("PASSWORD_RESET_ALLOWED " + member.email());
        assertThat(mailsTo(member)).contains("PASSWORD_RESET");
    }

    @Test
    void whoever_reset_the_second_factor_is_told_that_the_password_takes_another_administrator() {
        var administrator = people.administrator();
        people.administrator();
        var member = resetBy(administrator);
        jdbc.update(
                "UPDATE users SET password_reset_asked_at = ? WHERE id = ?",
                Timestamp.from(clock.instant()),
                member.id());
        signIn(administrator);
        open(UsersView.class);

        choose(member, "users.allow-password-reset");
        confirm();

        assertThat(told()).containsExactly(text("access.refused.own-two-factor-reset"));
        assertThat(audited()).isEmpty();
    }

    @Test
    void whoever_has_fewer_permissions_is_told_before_they_are_asked() {
        var administrator = people.administrator();
        people.enrol(administrator);
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        open(UsersView.class);

        choose(administrator, "users.disable");
        press(resetOf(administrator));
        choose(administrator, "users.remove");
        choose(administrator, "users.edit");

        assertThat(isDialogOpen()).isFalse();
        assertThat(told()).hasSize(4).containsOnly(text("access.refused.user-beyond-reach"));
    }

    @Test
    void of_a_user_who_is_gone_there_is_nothing_to_do() {
        var member = people.member();
        signIn(people.administrator());
        open(UsersView.class);
        var seen = row(member.email());

        jdbc.update("DELETE FROM users WHERE id = ?", member.id());
        seen.choose("users.more-actions", "users.edit");

        assertThat(isDialogOpen()).isFalse();
        assertThat(told()).containsExactly(text("access.refused.user-gone"));
    }

    @Test
    void whoever_logged_in_a_while_ago_confirms_who_they_are_between_question_and_action() {
        var member = people.member();
        signInLongAgo(people.administrator());
        open(UsersView.class);

        choose(member, "users.disable");
        confirm();
        assertThat(title()).isEqualTo(text("step-up.title"));
        assertThat(stored(member)).containsEntry("status", "ACTIVE");

        type("login.password", People.PASSWORD);
        press("step-up.submit");

        assertThat(told()).containsExactly(text("users.disable.done", "Mia Member"));
        assertThat(stored(member)).containsEntry("status", "DISABLED");
    }

    @Test
    void everything_is_said_in_german_too() {
        var member = people.member();
        signInInGerman(people.administrator());
        open(UsersView.class);

        assertThat(row(member.email()).cell("users.last-sign-in")).isEqualTo("Nie");
        choose(member, "users.disable");
        confirm();

        assertThat(told()).singleElement().asString().contains("Mia Member").doesNotContain("disabled");
    }

    private Person waitingForPasswordReset() {
        var member = people.member();
        holdPasswordReset(member);
        return member;
    }

    private Person resetBy(Person administrator) {
        var member = people.member();
        people.enrol(member);
        people.does(administrator, () -> reset.reset(administrator.id(), member.id(), SecretDelivery.BY_EMAIL));
        return member;
    }

    private void holdPasswordReset(Person person) {
        jdbc.update(
                "UPDATE users SET password_reset_asked_at = ?, password_reset_held_until = ? WHERE id = ?",
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant().plus(Duration.ofDays(1))),
                person.id());
    }

    private List<String> menuOf(Person person) {
        return row(person.email()).menu("users.more-actions");
    }

    private void choose(Person person, String key) {
        row(person.email()).choose("users.more-actions", key);
    }

    private Button resetOf(Person person) {
        return resetIn(row(person.email()));
    }

    private static Button resetIn(Row row) {
        var part = row.part("grid.actions");
        return part instanceof Button link
                ? link
                : (Button) part.getChildren().findFirst().orElseThrow();
    }

    private static String explanation(Component around) {
        return around.getElement().getAttribute("aria-label");
    }
}
