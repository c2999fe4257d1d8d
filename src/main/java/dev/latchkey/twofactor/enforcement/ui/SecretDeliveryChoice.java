package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.user.access.StepUpGate;

/** The choice of how members get their secret, with what each way means. */
class SecretDeliveryChoice extends Composite<RadioButtonGroup<SecretDelivery>> {

    static final String ID = "secret-delivery";

    SecretDeliveryChoice(long actorId, Enforcement enforcement, StepUpGate gate) {
        var choice = getContent();
        choice.setLabel(getTranslation("settings.secret-delivery"));
        choice.setHelperText(getTranslation("settings.secret-delivery.hint"));
        choice.addClassNames("stacked-choice", "panel-part");
        choice.setItems(SecretDelivery.values());
        choice.setId(ID);
        choice.setRenderer(new ComponentRenderer<>(this::explained));
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

    private Div explained(SecretDelivery delivery) {
        var explanation = new Span(getTranslation(explanationKey(delivery)));
        explanation.addClassName("hint");
        var choice = new Div(new Span(getTranslation(nameKey(delivery))), explanation);
        choice.addClassName("explained-choice");
        return choice;
    }

    /** The key of a way's name. */
    static String nameKey(SecretDelivery delivery) {
        return switch (delivery) {
            case BY_EMAIL -> "settings.secret-delivery.by-email";
            case ON_SCREEN -> "settings.secret-delivery.on-screen";
        };
    }

    /** The key of what a way means for members. */
    static String explanationKey(SecretDelivery delivery) {
        return switch (delivery) {
            case BY_EMAIL -> "settings.secret-delivery.by-email.hint";
            case ON_SCREEN -> "settings.secret-delivery.on-screen.hint";
        };
    }
}
