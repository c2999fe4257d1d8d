package dev.latchkey.twofactor.enrolment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import dev.latchkey.component.Switch;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.code.ui.CodeField;
import dev.latchkey.ui.profile.ProfileView;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrolmentDialogTest extends ViewTest {

    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyBeforeTheDialog() {
        person = people.member();
        signIn(person);
        open(ProfileView.class);
        flip(field(Switch.class, "profile.two-factor"));
        app = new AuthenticatorApp(secretKey(), clock);
    }

    @Test
    void shows_the_secret_as_a_picture_in_writing_and_as_a_link() {
        assertThat(title()).isEqualTo("Two Factor Authentication");
        assertThat(shown()).contains("Secret Key");
        assertThat(one(Image.class).getSrc()).startsWith("data:image/png;base64,");
        assertThat(one(Image.class).getAlt()).contains(text("enrolment.qr-code.alternative", secretKey()));
        assertThat(one(Anchor.class).getElement().getAttribute("href")).startsWith("otpauth://totp/");
        assertThat(button("enrolment.submit").getText()).isEqualTo("SUBMIT");
    }

    @Test
    void the_first_code_turns_it_on_and_brings_recovery_codes() {
        type("code.label", app.code());
        press("enrolment.submit");

        assertThat(told()).containsExactly(text("profile.two-factor.turned-on"));
        assertThat(title()).isEqualTo(text("recovery-codes.title"));
        assertThat(all(ListItem.class)).hasSize(10);
        assertThat(jdbc.queryForObject(
                        "SELECT proven_at IS NOT NULL FROM enrolment WHERE user_id = ?", Boolean.class, person.id()))
                .isTrue();
        assertThat(audited()).contains("TWO_FACTOR_TURNED_ON " + person.email());

        press("recovery-codes.kept");
        assertThat(isDialogOpen()).isFalse();
        assertThat(field(Switch.class, "profile.two-factor").getValue()).isTrue();
    }

    @Test
    void enter_submits() {
        type("code.label", app.code());
        pressEnter();

        assertThat(title()).isEqualTo(text("recovery-codes.title"));
    }

    @Test
    void what_is_no_code_is_refused_and_stays() {
        type("code.label", "12");
        press("enrolment.submit");

        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("code.malformed"));
        assertThat(one(CodeField.class).getValue()).isEqualTo("12");
        assertThat(button("enrolment.submit").isEnabled()).isTrue();
    }

    @Test
    void the_code_of_another_secret_is_refused_and_the_right_one_accepted_after_it() {
        type("code.label", new AuthenticatorApp("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", clock).code());
        press("enrolment.submit");
        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("enrolment.wrong"));
        assertThat(audited()).isEmpty();

        type("code.label", app.code());
        press("enrolment.submit");
        assertThat(title()).isEqualTo(text("recovery-codes.title"));
    }

    @Test
    void a_phone_whose_clock_is_off_is_told_by_how_much() {
        type("code.label", app.codeAhead(Duration.ofMinutes(5)));
        press("enrolment.submit");
        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("enrolment.clock-ahead", 5));

        type("code.label", app.codeAhead(Duration.ofMinutes(-5)));
        press("enrolment.submit");
        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("enrolment.clock-behind", 5));
    }

    @Test
    void a_secret_that_was_shown_too_long_ago_is_not_taken_any_more() {
        clock.advance(Duration.ofMinutes(16));
        type("code.label", app.code());
        press("enrolment.submit");

        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("enrolment.expired"));
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_secret_is_not_taken_where_another_window_was_faster() {
        elsewhere(() -> people.enrol(person));
        type("code.label", app.code());
        press("enrolment.submit");

        assertThat(wrongIn(one(CodeField.class))).isEqualTo(text("enrolment.superseded"));
    }

    @Test
    void cancelling_changes_nothing_and_the_secret_leaves_the_page() {
        var key = secretKey();
        press("dialog.cancel");

        assertThat(isDialogOpen()).isFalse();
        assertThat(shown()).doesNotContain(key);
        assertThat(rowsOf(person, "enrolment")).isZero();
    }

    @Test
    void the_key_can_be_copied() {
        press("enrolment.copy");

        assertThat(told()).containsExactly(text("enrolment.copied"));
    }
}
