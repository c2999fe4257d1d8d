package dev.latchkey.twofactor.enrolment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.component.Switch;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.code.ui.CodeField;
import dev.latchkey.ui.profile.ProfileView;
import java.sql.Timestamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchOffDialogTest extends ViewTest {

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyBeforeTheDialog() {
        person = people.member();
        app = people.enrol(person);
        clock.toNextStep();
        signIn(person);
        open(ProfileView.class);
        flip(field(Switch.class, "profile.two-factor"));
    }

    @Test
    void a_code_turns_it_off() {
        assertThat(title()).isEqualTo(text("switch-off.title"));
        type("code.label", app.code());
        press("switch-off.submit");

        assertThat(isDialogOpen()).isFalse();
        assertThat(told()).containsExactly(text("profile.two-factor.turned-off"));
        assertThat(field(Switch.class, "profile.two-factor").getValue()).isFalse();
        assertThat(shown()).contains(text("profile.two-factor.off"));
        assertThat(audited()).containsExactly("TWO_FACTOR_TURNED_OFF " + person.email());
    }

    @Test
    void a_wrong_code_is_refused_and_stays_and_the_switch_stays_on() {
        type("code.label", "000000");
        press("switch-off.submit");

        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("code.wrong"));
        assertThat(one(CodeField.class).getValue()).isEqualTo("000000");
        assertThat(button("switch-off.submit").isEnabled()).isTrue();
        press("dialog.cancel");
        assertThat(field(Switch.class, "profile.two-factor").getValue()).isTrue();
    }

    @Test
    void what_is_no_code_is_told_so() {
        type("code.label", "12");
        pressEnter();

        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("code.malformed"));
    }

    @Test
    void where_it_was_enforced_meanwhile_it_stays_on() {
        jdbc.update("UPDATE account SET enforced_since = ?", Timestamp.from(clock.instant()));
        type("code.label", app.code());
        press("switch-off.submit");

        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("switch-off.refused"));
        assertThat(audited()).isEmpty();
    }

    @Test
    void cancelling_turns_nothing_off() {
        press("dialog.cancel");

        assertThat(isDialogOpen()).isFalse();
        assertThat(audited()).isEmpty();
    }
}
