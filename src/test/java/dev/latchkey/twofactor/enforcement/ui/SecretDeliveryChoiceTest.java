package dev.latchkey.twofactor.enforcement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.support.People;
import dev.latchkey.support.ViewTest;
import org.junit.jupiter.api.Test;

class SecretDeliveryChoiceTest extends ViewTest {

    @Test
    void each_way_is_explained_and_a_choice_is_stored_at_once() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);
        assertThat(shown())
                .contains(
                        text("settings.secret-delivery.by-email"),
                        text("settings.secret-delivery.by-email.hint"),
                        text("settings.secret-delivery.on-screen"),
                        text("settings.secret-delivery.on-screen.hint"));
        assertThat(choice().getValue()).isEqualTo(SecretDelivery.BY_EMAIL);

        enter(choice(), SecretDelivery.ON_SCREEN);

        assertThat(choice().getValue()).isEqualTo(SecretDelivery.ON_SCREEN);
        assertThat(told()).containsExactly(text("settings.saved"));
        assertThat(stored()).isEqualTo("ON_SCREEN");
        assertThat(audited()).containsExactly("SECRET_DELIVERY_CHANGED ON_SCREEN");
    }

    @Test
    void it_shows_what_is_stored_until_somebody_has_confirmed_who_they_are() {
        signInLongAgo(people.administrator());
        open(AuthenticationSettingsView.class);

        enter(choice(), SecretDelivery.ON_SCREEN);
        assertThat(title()).isEqualTo(text("step-up.title"));
        press("dialog.cancel");
        assertThat(choice().getValue()).isEqualTo(SecretDelivery.BY_EMAIL);
        assertThat(stored()).isEqualTo("BY_EMAIL");

        enter(choice(), SecretDelivery.ON_SCREEN);
        type("login.password", People.PASSWORD);
        press("step-up.submit");
        assertThat(choice().getValue()).isEqualTo(SecretDelivery.ON_SCREEN);
        assertThat(stored()).isEqualTo("ON_SCREEN");
    }

    private String stored() {
        return jdbc.queryForObject("SELECT secret_delivery FROM account", String.class);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<SecretDelivery> choice() {
        return one(RadioButtonGroup.class);
    }
}
