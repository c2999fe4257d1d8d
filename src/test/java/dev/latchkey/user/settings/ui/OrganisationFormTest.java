package dev.latchkey.user.settings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.account.Organisation;
import dev.latchkey.support.People;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrganisationFormTest extends ViewTest {

    private static final String NAME = "settings.organisation.name";
    private static final String CONTACT = "settings.organisation.help-contact";

    @AfterEach
    void asBefore() {
        jdbc.update("UPDATE account SET company_name = 'Example Inc', help_contact = ''");
    }

    @Test
    void name_and_contact_are_saved_in_one_form_and_are_in_the_audit_trail() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);

        type(NAME, "  Müller   & Töchter ");
        type(CONTACT, " IT help desk, extension 42 ");
        save();

        assertThat(told()).containsExactly(text("settings.saved"));
        assertThat(name().getValue()).isEqualTo("Müller & Töchter");
        assertThat(stored())
                .containsEntry("company_name", "Müller & Töchter")
                .containsEntry("help_contact", "IT help desk, extension 42");
        assertThat(audited()).singleElement().asString().startsWith("ORGANISATION_CHANGED");
    }

    @Test
    void what_cannot_be_a_name_is_refused_at_the_field_before_anything_else_is_asked() {
        signInLongAgo(people.administrator());
        open(AuthenticationSettingsView.class);

        type(NAME, " ");
        save();
        assertThat(wrongIn(name())).isEqualTo(text("name.refused.length", Organisation.NAME_LENGTH));
        type(NAME, "Acme");
        type(CONTACT, "ask \u202eus");
        save();

        assertThat(wrongIn(name())).isEmpty();
        assertThat(wrongIn(field(TextField.class, CONTACT)))
                .isEqualTo(text("description.refused", Organisation.HELP_CONTACT_LENGTH));
        assertThat(isDialogOpen()).isFalse();
        assertThat(audited()).isEmpty();

        type(CONTACT, "ask us");
        save();
        assertThat(stored()).containsEntry("company_name", "Example Inc");
        type("login.password", People.PASSWORD);
        press("step-up.submit");
        assertThat(stored()).containsEntry("company_name", "Acme");
    }

    @Test
    void whoever_comes_second_is_told_what_was_changed_and_keeps_what_they_typed() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);
        type(CONTACT, "extension 42");

        jdbc.update("UPDATE account SET company_name = 'Acme', organisation_version = organisation_version + 1");
        save();

        assertThat(shown()).contains(text("edit.changed-meanwhile"), text("edit.value", text(NAME), "Acme"));
        assertThat(audited()).isEmpty();
        save();
        assertThat(stored()).containsEntry("company_name", "Acme").containsEntry("help_contact", "extension 42");
    }

    private static void save() {
        press(button(one(OrganisationForm.class), "dialog.save"));
    }

    private static TextField name() {
        return field(TextField.class, NAME);
    }

    private Map<String, Object> stored() {
        return jdbc.queryForMap("SELECT company_name, help_contact FROM account");
    }
}
