package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.user.access.StepUpGate;

/** The choice of how members get their secret. */
class SecretDeliveryChoice extends Composite<RadioButtonGroup<SecretDelivery>> {

    SecretDeliveryChoice(long actorId, Enforcement enforcement, StepUpGate gate) {
        var choice = getContent();
        choice.setLabel(getTranslation("settings.secret-delivery"));
        choice.setHelperText(getTranslation("settings.secret-delivery.hint"));
        choice.addClassNames("stacked-choice", "panel-part");
        choice.setItems(SecretDelivery.values());
        choice.setItemLabelGenerator(delivery -> getTranslation(
                switch (delivery) {
                    case BY_EMAIL -> "settings.secret-delivery.by-email";
                    case ON_SCREEN -> "settings.secret-delivery.on-screen";
                }));
        choice.setValue(enforcement.standing().secretDelivery());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                var wish = change.getValue();
                // It shows the stored value, and nothing is stored yet
                choice.setValue(change.getOldValue());
                gate.pass(() -> {
                    enforcement.deliverSecrets(actorId, wish);
                    choice.setValue(wish);
                    Notification.show(getTranslation("settings.saved"));
                });
            }
        });
    }
}
