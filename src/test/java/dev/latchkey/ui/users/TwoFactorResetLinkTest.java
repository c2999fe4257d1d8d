package dev.latchkey.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.latchkey.component.UnavailableButton;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Row;
import dev.latchkey.support.ViewTest;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;

class TwoFactorResetLinkTest extends ViewTest {

    @Test
    void a_new_secret_is_offered_only_to_users_who_log_in_with_a_code_and_otherwise_it_says_why_not() {
        var without = people.member();
        var invited = invited();
        var with = people.member();
        people.enrol(with);
        signIn(people.administrator());
        open(UsersView.class);

        assertThat(resetOf(with)).isNotInstanceOf(UnavailableButton.class);
        assertThat(resetOf(without)).isInstanceOf(UnavailableButton.class);
        assertThat(resetOf(without).getTooltip().getText()).isEqualTo(text("users.reset.no-code-needed"));
        assertThat(resetOf(invited).getTooltip().getText()).isEqualTo(text("users.reset.cannot-sign-in"));
    }

    @Test
    void a_link_that_is_not_available_can_have_the_focus_and_says_why_when_it_is_pressed() {
        var without = people.member();
        signIn(people.administrator());
        open(UsersView.class);

        var link = resetOf(without);
        assertThat(link.isEnabled()).isTrue();
        assertThat(link.getElement().getAttribute("aria-disabled")).isEqualTo("true");
        press(link);

        assertThat(isDialogOpen()).isFalse();
        assertThat(link.getTooltip().getText()).isEqualTo(text("users.reset.no-code-needed"));
        assertThat(told()).as("the reason stands at the link").isEmpty();
        assertThat(audited()).isEmpty();
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
    void FIELD_T7_where_secrets_are_shown_on_screen_the_question_says_so_and_none_is_mailed() {
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

    private Button resetOf(Person person) {
        return resetIn(row(person.email()));
    }

    private static Button resetIn(Row row) {
        return (Button) row.part("grid.actions");
    }
}
