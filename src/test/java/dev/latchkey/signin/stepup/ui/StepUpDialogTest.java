package dev.latchkey.signin.stepup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import dev.latchkey.component.Switch;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.code.ui.CodeField;
import dev.latchkey.twofactor.recovery.ui.RecoveryCodeField;
import dev.latchkey.ui.profile.ProfileView;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class StepUpDialogTest extends ViewTest {

    @Test
    void whoever_has_just_logged_in_is_asked_nothing() {
        signIn(people.member());
        open(ProfileView.class);

        flip(toggle());

        assertThat(title()).isEqualTo(text("enrolment.title"));
    }

    @Test
    void without_an_app_it_takes_the_password_and_goes_on_with_what_was_asked() {
        var person = people.member();
        beforeTheDialogByPassword(person);
        assertThat(shown()).contains(text("step-up.by-password"));
        assertThat(hasButton("challenge.use-recovery-code")).isFalse();

        type("login.password", People.PASSWORD);
        press("step-up.submit");

        assertThat(title()).isEqualTo(text("enrolment.title"));
        assertThat(audited()).containsExactly("STEPPED_UP " + person.email() + " FACTOR_PASSWORD");
    }

    @Test
    void a_wrong_password_is_refused_and_stays_and_nothing_goes_on() {
        beforeTheDialogByPassword(people.member());

        type("login.password", "not it");
        press("step-up.submit");

        assertThat(title()).isEqualTo(text("step-up.title"));
        assertThat(wrongIn(one(PasswordField.class))).isEqualTo(text("change-password.wrong"));
        assertThat(one(PasswordField.class).getValue()).isEqualTo("not it");
        assertThat(button("step-up.submit").isEnabled()).isTrue();
    }

    @Test
    void with_an_app_it_takes_a_code() {
        var person = people.member();
        var app = beforeTheDialogByCode(person);
        assertThat(shown()).contains(text("step-up.by-code"));

        type("code.label", app.code());
        pressEnter();

        assertThat(title()).isEqualTo(text("enrolment.title"));
        assertThat(audited()).containsExactly("STEPPED_UP " + person.email() + " FACTOR_TOTP");
    }

    @Test
    void a_code_that_is_wrong_or_none_is_refused_and_stays() {
        beforeTheDialogByCode(people.member());

        type("code.label", "12");
        press("step-up.submit");
        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("code.malformed"));

        type("code.label", "000000");
        press("step-up.submit");
        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("code.wrong"));
        assertThat(one(CodeField.class).getValue()).isEqualTo("000000");
        assertThat(title()).isEqualTo(text("step-up.title"));
    }

    @Test
    void a_recovery_code_stands_in_for_the_app_and_is_used_up() {
        var person = people.member();
        beforeTheDialogByCode(person);
        var code = recoveryCodeOf(person);

        press("challenge.use-recovery-code");
        assertThat(shown()).contains(text("step-up.by-recovery-code"));
        type("recovery-code.label", code);
        press("step-up.submit");

        assertThat(title()).isEqualTo(text("enrolment.title"));
        assertThat(audited()).contains("STEPPED_UP " + person.email() + " FACTOR_TOTP");
    }

    @Test
    void a_recovery_code_that_is_wrong_or_none_is_refused_and_stays() {
        beforeTheDialogByCode(people.member());
        press("challenge.use-recovery-code");

        type("recovery-code.label", "0A1B");
        press("step-up.submit");
        assertThat(wrongIn(one(RecoveryCodeField.class))).isEqualTo(text("recovery-code.malformed"));

        type("recovery-code.label", "0A1B-2C3D-4E5F-6G7H-8J9K-0M1N");
        press("step-up.submit");
        assertThat(wrongIn(one(RecoveryCodeField.class))).isEqualTo(text("recovery-code.wrong"));
        assertThat(one(RecoveryCodeField.class).getValue()).isEqualTo("0A1B-2C3D-4E5F-6G7H-8J9K-0M1N");
    }

    @Test
    void whoever_gives_up_does_nothing() {
        beforeTheDialogByPassword(people.member());

        press("dialog.cancel");

        assertThat(isDialogOpen()).isFalse();
        assertThat(audited()).isEmpty();
    }

    @Test
    void it_speaks_german() {
        signInLongAgoInGerman(people.member());
        open(ProfileView.class);
        flip(toggle());

        type("login.password", "not it");
        press("step-up.submit");

        assertThat(wrongIn(one(PasswordField.class))).contains("Passwort");
    }

    private void signInLongAgoInGerman(Person person) {
        jdbc.update("UPDATE users SET language = 'GERMAN' WHERE id = ?", person.id());
        signInLongAgo(person);
    }

    private void beforeTheDialogByPassword(Person person) {
        signInLongAgo(person);
        open(ProfileView.class);
        flip(toggle());
        assertThat(title()).isEqualTo(text("step-up.title"));
    }

    private AuthenticatorApp beforeTheDialogByCode(Person person) {
        var app = people.enrol(person);
        clock.toNextStep();
        signInLongAgo(person);
        open(ProfileView.class);
        press("profile.app.replace");
        assertThat(title()).isEqualTo(text("step-up.title"));
        return app;
    }

    private String recoveryCodeOf(Person person) {
        var codes = new ArrayList<String>();
        elsewhere(() -> codes.addAll(people.recoveryCodesOf(person)));
        return codes.getFirst();
    }

    private static Switch toggle() {
        return field(Switch.class, "profile.two-factor");
    }
}
