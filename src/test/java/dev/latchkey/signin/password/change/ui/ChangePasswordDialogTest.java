package dev.latchkey.signin.password.change.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.ui.profile.ProfileView;
import org.junit.jupiter.api.Test;

class ChangePasswordDialogTest extends ViewTest {

    private static final String NEW = LogCanary.mustNotBeLogged("walnut-harbour-lantern");

    @Test
    void the_present_password_and_a_good_new_one_are_enough() {
        var person = people.member();
        beforeTheDialog(person);
        var hash = stored(person).get("password_hash");

        type("change-password.present", People.PASSWORD);
        type("change-password.new", NEW);
        press("change-password.submit");

        assertThat(isDialogOpen()).isFalse();
        assertThat(told()).containsExactly(text("change-password.done"));
        assertThat(stored(person).get("password_hash")).isNotEqualTo(hash);
        assertThat(audited()).contains("PASSWORD_CHANGED " + person.email());
    }

    @Test
    void a_wrong_present_password_is_refused_at_its_field_and_both_stay() {
        var person = people.member();
        beforeTheDialog(person);

        type("change-password.present", "not it");
        type("change-password.new", NEW);
        press("change-password.submit");

        assertThat(wrongIn(present())).isEqualTo(text("change-password.wrong"));
        assertThat(present().getValue()).isEqualTo("not it");
        assertThat(chosen().getValue()).isEqualTo(NEW);
        assertThat(audited()).doesNotContain("PASSWORD_CHANGED " + person.email());

        type("change-password.present", People.PASSWORD);
        press("change-password.submit");
        assertThat(told()).containsExactly(text("change-password.done"));
    }

    @Test
    void every_fault_of_the_new_password_is_said_at_once_before_anything_else_is_looked_at() {
        jdbc.update("UPDATE account SET password_minimum_length = 20, password_digit = TRUE");
        beforeTheDialog(people.member());
        assertThat(chosen().getHelperText())
                .contains(
                        text("form.password-length", 20, PasswordRules.MAXIMUM_LENGTH), text("form.password.no-digit"));

        type("change-password.present", "whatever");
        type("change-password.new", NEW.substring(0, 12));
        press("change-password.submit");

        assertThat(wrongIn(chosen()))
                .contains(
                        text("form.password-length", 20, PasswordRules.MAXIMUM_LENGTH), text("form.password.no-digit"));
        assertThat(chosen().getValue()).isEqualTo(NEW.substring(0, 12));
        assertThat(wrongIn(present())).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void an_empty_form_says_what_is_missing_in_both_fields() {
        beforeTheDialog(people.member());

        press("change-password.submit");

        assertThat(wrongIn(present())).isEqualTo(text("change-password.present.empty"));
        assertThat(wrongIn(chosen())).isNotEmpty();
        assertThat(audited()).isEmpty();

        type("change-password.present", People.PASSWORD);
        press("change-password.submit");
        assertThat(wrongIn(present())).isEmpty();
    }

    @Test
    void common_and_obvious_passwords_are_refused() {
        var person = people.member();
        beforeTheDialog(person);

        type("change-password.new", "passwordpassword");
        press("change-password.submit");
        assertThat(wrongIn(chosen())).isEqualTo(text("form.password.common"));

        type("change-password.new", person.email());
        press("change-password.submit");
        assertThat(wrongIn(chosen())).isEqualTo(text("form.password.obvious"));
    }

    @Test
    void a_session_that_was_ended_meanwhile_changes_nothing_and_the_field_says_so() {
        var person = people.member();
        beforeTheDialog(person);
        jdbc.update("UPDATE users SET session_epoch = session_epoch + 1 WHERE id = ?", person.id());

        type("change-password.present", People.PASSWORD);
        type("change-password.new", NEW);
        press("change-password.submit");

        assertThat(wrongIn(chosen())).isEqualTo(text("change-password.superseded"));
    }

    @Test
    void whoever_has_an_app_gives_a_code_too_once_the_login_was_a_while_ago() {
        var person = people.member();
        var app = people.enrol(person);
        clock.toNextStep();
        signInLongAgo(person);
        open(ProfileView.class);
        press("change-password.title");

        type("change-password.present", People.PASSWORD);
        type("change-password.new", NEW);
        press("change-password.submit");
        assertThat(title()).isEqualTo(text("step-up.title"));
        type("code.label", app.code());
        press("step-up.submit");

        assertThat(told()).containsExactly(text("change-password.done"));
    }

    @Test
    void cancelling_changes_nothing() {
        var person = people.member();
        beforeTheDialog(person);

        type("change-password.present", People.PASSWORD);
        type("change-password.new", NEW);
        press("dialog.cancel");

        assertThat(isDialogOpen()).isFalse();
        assertThat(audited()).isEmpty();
    }

    private void beforeTheDialog(Person person) {
        signIn(person);
        open(ProfileView.class);
        press("change-password.title");
        assertThat(title()).isEqualTo(text("change-password.title"));
    }

    private static PasswordField present() {
        return field(PasswordField.class, "change-password.present");
    }

    private static PasswordField chosen() {
        return field(PasswordField.class, "change-password.new");
    }
}
