package dev.latchkey.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.support.ViewTest;
import org.junit.jupiter.api.Test;

class IdentitySectionTest extends ViewTest {

    @Test
    void FIELD_P16_a_user_asks_for_another_address_sees_that_it_waits_and_may_think_better_of_it() {
        var person = people.member();
        signIn(person);
        open(ProfileView.class);

        press("address-change.title");
        type("address-change.new", "  Mia.Married@Example.com ");
        press("address-change.submit");

        assertThat(told()).containsExactly(text("address-change.requested", "mia.married@example.com"));
        assertThat(shown()).contains(text("address-change.waiting", "mia.married@example.com"), person.email());
        press("address-change.withdraw");
        assertThat(shown()).doesNotContain("mia.married@example.com");
        assertThat(audited())
                .containsExactly(
                        "ADDRESS_CHANGE_REQUESTED " + person.email() + " " + person.email()
                                + " → mia.married@example.com",
                        "ADDRESS_CHANGE_CANCELLED " + person.email() + " " + person.email()
                                + " → mia.married@example.com");
    }

    @Test
    void FIELD_P16_what_cannot_be_the_address_is_refused_at_the_field_and_stays_typed() {
        var person = people.member();
        signIn(person);
        open(ProfileView.class);
        press("address-change.title");

        type("address-change.new", "mia married");
        press("address-change.submit");
        assertThat(wrongIn(field(TextField.class, "address-change.new")))
                .isEqualTo(text("add-user.invalid", "mia married"));

        type("address-change.new", person.email());
        press("address-change.submit");
        assertThat(wrongIn(field(TextField.class, "address-change.new")))
                .isEqualTo(text("address-change.refused.same"));
        assertThat(field(TextField.class, "address-change.new").getValue()).isEqualTo(person.email());
    }

    @Test
    void FIELD_P16_a_thief_of_an_old_session_is_asked_for_a_factor_first() {
        var person = people.member();
        signInLongAgo(person);
        open(ProfileView.class);
        press("address-change.title");
        type("address-change.new", "thief@example.com");

        press("address-change.submit");

        assertThat(title()).isEqualTo(text("step-up.title"));
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_user_changes_their_name_unless_somebody_else_did_meanwhile() {
        var person = people.member();
        signIn(person);
        open(ProfileView.class);
        press("change-name.title");
        elsewhere(() -> jdbc.update(
                "UPDATE users SET name = 'Mia M. Member', version = version + 1 WHERE id = ?", person.id()));

        type("users.name", "Mia Married");
        press("dialog.save");
        assertThat(shown()).contains(text("edit.value", text("users.name"), "Mia M. Member"));
        press("dialog.save");

        assertThat(stored(person)).containsEntry("name", "Mia Married");
        assertThat(audited()).containsExactly("NAME_CHANGED " + person.email() + " Mia M. Member → Mia Married");
    }

    @Test
    void a_name_that_cannot_be_one_is_refused_at_the_field() {
        signIn(people.member());
        open(ProfileView.class);
        press("change-name.title");

        type("users.name", " ");
        press("dialog.save");

        assertThat(wrongIn(field(TextField.class, "users.name"))).isEqualTo(text("name.refused.length", 100));
    }
}
