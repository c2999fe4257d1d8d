package dev.latchkey.user.settings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.component.Switch;
import dev.latchkey.support.People;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordRulesFormTest extends ViewTest {

    @Test
    void the_rules_are_shown_as_stored_and_saved() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);
        assertThat(minimum().getValue()).isEqualTo(String.valueOf(stored().get("password_minimum_length")));
        assertThat(digit().getValue()).isFalse();

        type("settings.passwords.minimum", " 20 ");
        enter(digit(), true);
        save();

        assertThat(told()).containsExactly(text("settings.saved"));
        assertThat(stored())
                .containsEntry("password_minimum_length", 20)
                .containsEntry("password_digit", true)
                .containsEntry("password_upper_case", false);
        assertThat(minimum().getValue()).isEqualTo("20");
        assertThat(audited()).singleElement().asString().startsWith("PASSWORD_RULES_CHANGED");
    }

    @Test
    void a_length_that_is_none_is_refused_at_its_field_and_stays() {
        signInLongAgo(people.administrator());
        open(AuthenticationSettingsView.class);
        var range =
                text("settings.passwords.minimum.invalid", PasswordRules.LEAST_MINIMUM, PasswordRules.LARGEST_MINIMUM);

        type("settings.passwords.minimum", "x");
        save();
        assertThat(wrongIn(minimum())).isEqualTo(range);

        type("settings.passwords.minimum", String.valueOf(PasswordRules.LEAST_MINIMUM - 1));
        save();
        assertThat(wrongIn(minimum())).isEqualTo(range);
        assertThat(minimum().getValue()).isEqualTo(String.valueOf(PasswordRules.LEAST_MINIMUM - 1));
        assertThat(isDialogOpen()).isFalse();
        assertThat(audited()).isEmpty();

        var minimum = minimum();
        type("settings.passwords.minimum", "20");
        save();
        assertThat(wrongIn(minimum)).isEmpty();
        assertThat(title()).isEqualTo(text("step-up.title"));
        type("login.password", People.PASSWORD);
        press("step-up.submit");
        assertThat(stored()).containsEntry("password_minimum_length", 20);
    }

    @Test
    void whoever_comes_second_is_told_what_has_changed_and_keeps_what_they_typed() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);
        type("settings.passwords.minimum", "20");

        jdbc.update("UPDATE account SET password_digit = TRUE, password_rules_version = password_rules_version + 1");
        save();

        assertThat(shown())
                .contains(
                        text("edit.changed-meanwhile"),
                        text("edit.value", text("settings.passwords.digit"), text("edit.on")));
        assertThat(minimum().getValue()).isEqualTo("20");
        assertThat(digit().getValue()).isTrue();
        assertThat(audited()).isEmpty();

        save();
        assertThat(stored()).containsEntry("password_minimum_length", 20).containsEntry("password_digit", true);
    }

    private static void save() {
        press(button(one(PasswordRulesForm.class), "dialog.save"));
    }

    private static TextField minimum() {
        return field(TextField.class, "settings.passwords.minimum");
    }

    private static Switch digit() {
        return field(Switch.class, "settings.passwords.digit");
    }

    private Map<String, Object> stored() {
        return jdbc.queryForMap("SELECT * FROM account");
    }
}
