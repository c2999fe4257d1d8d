package dev.latchkey.twofactor.enrolment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.component.Switch;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.People;
import dev.latchkey.support.ViewTest;
import dev.latchkey.ui.profile.ProfileView;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;

class TwoFactorSectionTest extends ViewTest {

    @Test
    void without_an_app_it_is_off_and_there_is_nothing_else_to_do() {
        signIn(people.member());
        open(ProfileView.class);

        assertThat(toggle().getValue()).isFalse();
        assertThat(toggle().isEnabled()).isTrue();
        assertThat(shown()).contains(text("profile.two-factor.off"));
        assertThat(hasButton("profile.two-factor.set-up-now")).isFalse();
        assertThat(hasButton("profile.app.replace")).isFalse();
        assertThat(hasButton("recovery-codes.make")).isFalse();
    }

    @Test
    void with_an_app_it_is_on_and_app_and_recovery_codes_can_be_renewed() {
        var person = people.member();
        people.enrol(person);
        signIn(person);
        open(ProfileView.class);

        assertThat(toggle().getValue()).isTrue();
        assertThat(toggle().isEnabled()).isTrue();
        assertThat(shown()).contains(text("profile.two-factor.on")).doesNotContain(text("profile.app.mailed"));
        assertThat(hasButton("profile.app.replace")).isTrue();
        assertThat(hasButton("recovery-codes.make")).isTrue();
    }

    @Test
    void where_it_is_enforced_nobody_can_turn_it_off() {
        var person = people.member();
        people.enrol(person);
        enforce();
        signIn(person);
        open(ProfileView.class);

        assertThat(toggle().getValue()).isTrue();
        assertThat(toggle().isEnabled()).isFalse();
        assertThat(shown()).contains(text("profile.two-factor.enforced"));
        assertThat(hasButton("profile.two-factor.set-up-now")).isFalse();
    }

    @Test
    void where_it_is_enforced_whoever_has_no_app_can_set_one_up_before_the_next_login() {
        var person = people.member();
        enforce();
        signIn(person);
        open(ProfileView.class);
        assertThat(toggle().getValue()).isTrue();
        assertThat(toggle().isEnabled()).isFalse();
        assertThat(shown()).contains(text("profile.two-factor.enforced-unproven"));

        press("profile.two-factor.set-up-now");
        type("code.label", new AuthenticatorApp(secretKey(), clock).code());
        press("enrolment.submit");
        press("recovery-codes.kept");

        assertThat(shown()).contains(text("profile.two-factor.enforced"));
        assertThat(hasButton("profile.two-factor.set-up-now")).isFalse();
    }

    @Test
    void a_secret_that_came_by_mail_had_better_be_replaced() {
        var person = people.member();
        people.enrol(person);
        jdbc.update("UPDATE enrolment SET origin = 'BY_EMAIL' WHERE user_id = ?", person.id());
        signIn(person);
        open(ProfileView.class);
        assertThat(shown()).contains(text("profile.app.mailed"));

        press("profile.app.replace");
        type("code.label", new AuthenticatorApp(secretKey(), clock).code());
        press("enrolment.submit");

        assertThat(told()).containsExactly(text("profile.app.replaced"));
        assertThat(shown()).doesNotContain(text("profile.app.mailed"));
        assertThat(audited()).containsExactly("SECRET_REPLACED " + person.email());
    }

    @Test
    void flipping_it_on_opens_the_set_up_and_leaves_the_switch_as_it_is() {
        signIn(people.member());
        open(ProfileView.class);
        var toggle = toggle();

        flip(toggle);

        assertThat(title()).isEqualTo(text("enrolment.title"));
        assertThat(toggle.getValue()).isFalse();
        press("dialog.cancel");
        assertThat(toggle.getValue()).isFalse();
        assertThat(audited()).isEmpty();
    }

    @Test
    void after_a_while_the_set_up_asks_who_it_is_first() {
        signInLongAgo(people.member());
        open(ProfileView.class);

        flip(toggle());
        assertThat(title()).isEqualTo(text("step-up.title"));
        type("login.password", People.PASSWORD);
        press("step-up.submit");

        assertThat(title()).isEqualTo(text("enrolment.title"));
    }

    @Test
    void a_switch_that_another_page_has_flipped_shows_it_and_asks_for_the_code_that_there_is_now() {
        var person = people.member();
        signIn(person);
        open(ProfileView.class);
        var toggle = toggle();

        elsewhere(() -> people.enrol(person));
        flip(toggle);

        assertThat(toggle.getValue()).isTrue();
        assertThat(shown()).contains(text("step-up.by-code"));
    }

    private void enforce() {
        jdbc.update("UPDATE account SET enforced_since = ?", Timestamp.from(clock.instant()));
    }

    private static Switch toggle() {
        return field(Switch.class, "profile.two-factor");
    }
}
