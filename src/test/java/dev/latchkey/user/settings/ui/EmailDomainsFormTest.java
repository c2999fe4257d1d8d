package dev.latchkey.user.settings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import dev.latchkey.support.People;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import org.junit.jupiter.api.Test;

class EmailDomainsFormTest extends ViewTest {

    @Test
    void domains_are_saved_in_one_form_and_shown_so() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);
        assertThat(domains().getValue()).isEmpty();

        type("settings.email-domains", "Example.COM, example.org");
        save();

        assertThat(told()).containsExactly(text("settings.saved"));
        assertThat(domains().getValue()).isEqualTo("example.com\nexample.org");
        assertThat(stored()).contains("example.com").contains("example.org");
        assertThat(audited()).singleElement().asString().startsWith("EMAIL_DOMAINS_CHANGED");
    }

    @Test
    void what_is_no_domain_is_refused_at_the_field_before_anything_else_is_asked() {
        signInLongAgo(people.administrator());
        open(AuthenticationSettingsView.class);

        type("settings.email-domains", "example.com\nno_domain");
        save();

        assertThat(wrongIn(domains())).isEqualTo(text("settings.email-domains.invalid", "no_domain"));
        assertThat(domains().getValue()).isEqualTo("example.com\nno_domain");
        assertThat(isDialogOpen()).isFalse();
        assertThat(audited()).isEmpty();

        var domains = domains();
        type("settings.email-domains", "example.com");
        save();
        assertThat(wrongIn(domains)).isEmpty();
        type("login.password", People.PASSWORD);
        press("step-up.submit");
        assertThat(stored()).contains("example.com");
    }

    @Test
    void whoever_comes_second_is_told_what_was_added_and_keeps_what_they_typed() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);
        type("settings.email-domains", "example.org");

        jdbc.update("UPDATE account SET email_domains = 'example.com',"
                + " email_domains_version = email_domains_version + 1");
        save();

        assertThat(shown())
                .contains(
                        text("edit.changed-meanwhile"),
                        text("edit.added", text("settings.email-domains"), "example.com"));
        assertThat(domains().getValue()).isEqualTo("example.com\nexample.org");
        assertThat(audited()).isEmpty();

        save();
        assertThat(stored()).contains("example.com").contains("example.org");
    }

    private static void save() {
        press(button(one(EmailDomainsForm.class), "dialog.save"));
    }

    private static TextArea domains() {
        return field(TextArea.class, "settings.email-domains");
    }

    private String stored() {
        return jdbc.queryForObject("SELECT email_domains FROM account", String.class);
    }
}
