package dev.latchkey.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Row;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.access.Permission;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UserActionsTest extends ViewTest {

    @Autowired
    private TwoFactorReset reset;

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
                        text("users.edit"),
                        text("address-change.title"),
                        text("users.sessions"),
                        text("users.disable"),
                        text("users.remove"));
        assertThat(menuOf(invited))
                .containsExactly(
                        text("users.edit"),
                        text("address-change.title"),
                        text("users.invite-again"),
                        text("users.remove"));
        assertThat(menuOf(disabled))
                .containsExactly(
                        text("users.edit"), text("address-change.title"), text("users.enable"), text("users.remove"));
        assertThat(menuOf(locked))
                .containsExactly(
                        text("users.edit"),
                        text("address-change.title"),
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
    void FIELD_P16_an_administrator_asks_for_another_address_and_may_withdraw_it() {
        var member = people.member();
        signIn(people.administrator());
        open(UsersView.class);
        choose(member, "address-change.title");
        type("address-change.new", "mia.married@example.com");
        press("address-change.submit");
        assertThat(mailsTo(member)).containsExactly("ADDRESS_CONFIRM", "ADDRESS_CHANGE_REQUESTED");

        choose(member, "address-change.title");
        assertThat(shown()).contains(text("address-change.waiting", "mia.married@example.com"));
        press("address-change.withdraw");

        assertThat(told())
                .containsExactly(
                        text("address-change.requested-of", "mia.married@example.com"),
                        text("address-change.withdrawn"));
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
        assertThat(row(member.email()).cell("users.status")).isEqualTo(text("users.status.disabled"));
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
    void FIELD_A10_whoever_has_fewer_permissions_is_told_before_they_are_asked() {
        var administrator = people.administrator();
        people.enrol(administrator);
        signInLongAgo(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        open(UsersView.class);

        choose(administrator, "users.disable");
        press(resetOf(administrator));
        choose(administrator, "users.remove");
        choose(administrator, "users.edit");

        assertThat(isDialogOpen()).isFalse();
        assertThat(resetOf(administrator).getTooltip().getText()).isEqualTo(text("access.refused.user-beyond-reach"));
        assertThat(told()).hasSize(3).containsOnly(text("access.refused.user-beyond-reach"));
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
    void FIELD_A11_whoever_logged_in_a_while_ago_confirms_who_they_are_between_question_and_action() {
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
        choose(member, "users.enable");
        assertThat(isDialogOpen()).isFalse();
        assertThat(stored(member)).containsEntry("status", "ACTIVE");
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
        return (Button) row.part("grid.actions");
    }
}
