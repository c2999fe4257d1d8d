package dev.latchkey.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import dev.latchkey.common.text.Language;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import dev.latchkey.user.access.Permission;
import org.junit.jupiter.api.Test;

class ProfileViewTest extends ViewTest {

    @Test
    void says_who_one_is_and_in_which_groups() {
        var person = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        signIn(person);

        open(ProfileView.class);

        assertThat(shown()).contains("Mia Member", person.email(), "Group of " + person.email());
        assertThat(UI.getCurrent().getInternals().getTitle())
                .isEqualTo(text("app.page-title", text("profile.title"), "Example Inc"));
    }

    @Test
    void whoever_is_in_no_group_is_told_so() {
        signIn(people.member());

        open(ProfileView.class);

        assertThat(shown()).contains(text("profile.no-groups"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_language_is_stored_and_spoken_at_once_and_the_browser_decides_where_none_is_chosen() {
        var person = people.member();
        signIn(person);
        open(ProfileView.class);
        Select<Language> choice = field(Select.class, "profile.language");
        assertThat(choice.getValue()).isNull();

        enter(choice, Language.GERMAN);

        assertThat(stored(person)).containsEntry("language", "GERMAN");
        assertThat(UI.getCurrent().getLocale().getLanguage()).isEqualTo("de");
        assertThat(shown()).contains("Sitzungen");

        enter((Select<Language>) field(Select.class, "profile.language"), null);

        assertThat(stored(person)).containsEntry("language", null);
        assertThat(UI.getCurrent().getLocale().getLanguage()).isEqualTo("en");
    }

    @Test
    void whoever_has_an_app_is_told_which_entry_to_look_for_in_it() {
        var person = people.member();
        people.enrol(person);
        signIn(person);
        open(ProfileView.class);

        assertThat(shown()).contains(text("profile.app.entry", "Example Inc (" + person.email() + ")"));
    }

    @Test
    void an_administrator_who_comes_to_protect_their_login_first_finds_the_dialog_open_and_is_led_back() {
        signIn(people.administrator());

        openAddress("profile?before-enforcing");
        assertThat(title()).isEqualTo(text("enrolment.title"));
        type("code.label", new AuthenticatorApp(secretKey(), clock).code());
        press("enrolment.submit");
        assertThat(title()).isEqualTo(text("recovery-codes.title"));
        press("recovery-codes.kept");

        assertThat(shown()).contains(text("enforcement.enforce.text"));
        cancel();
        assertThat(all(AuthenticationSettingsView.class)).hasSize(1);
    }

    @Test
    void whoever_is_protected_already_is_led_back_at_once() {
        var administrator = people.administrator();
        people.enrol(administrator);
        signIn(administrator);

        openAddress("profile?before-enforcing");

        assertThat(shown()).contains(text("enforcement.enforce.text"));
        cancel();
        assertThat(all(AuthenticationSettingsView.class)).hasSize(1);
    }
}
