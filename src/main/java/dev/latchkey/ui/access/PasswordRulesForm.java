package dev.latchkey.ui.access;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.component.Switch;
import dev.latchkey.signin.ui.StepUpGate;
import dev.latchkey.user.AccountSettings;
import java.util.OptionalInt;

/** Decides how new passwords must be. */
class PasswordRulesForm extends Composite<Div> {

    private static final int LONGEST_NUMBER = 3;

    private final TextField minimum = new TextField();
    private final Switch upperCase = new Switch();
    private final Switch lowerCase = new Switch();
    private final Switch digit = new Switch();
    private final Switch specialCharacter = new Switch();

    PasswordRulesForm(long actorId, AccountSettings settings, StepUpGate gate) {
        minimum.setLabel(getTranslation("settings.passwords.minimum"));
        minimum.setMaxLength(LONGEST_NUMBER);
        minimum.getElement().setAttribute("inputmode", "numeric");
        minimum.setManualValidation(true);
        upperCase.setLabel(getTranslation("settings.passwords.upper-case"));
        lowerCase.setLabel(getTranslation("settings.passwords.lower-case"));
        digit.setLabel(getTranslation("settings.passwords.digit"));
        specialCharacter.setLabel(getTranslation("settings.passwords.special"));
        var save = new Button(getTranslation("dialog.save"), click -> save(actorId, settings, gate));
        getContent().addClassName("settings-form");
        getContent()
                .add(
                        new H3(getTranslation("settings.passwords")),
                        hint("settings.passwords.hint"),
                        minimum,
                        composition(),
                        save);
        show(settings.passwordRules());
    }

    private Div composition() {
        var caption = new Paragraph(getTranslation("settings.passwords.composition"));
        caption.addClassName("field-label");
        var captionId = "password-composition";
        caption.setId(captionId);
        var choice = new Div(
                caption, upperCase, lowerCase, digit, specialCharacter, hint("settings.passwords.composition.hint"));
        choice.addClassName("switches");
        choice.getElement().setAttribute("role", "group");
        choice.getElement().setAttribute("aria-labelledby", captionId);
        return choice;
    }

    private Paragraph hint(String key) {
        var hint = new Paragraph(getTranslation(key));
        hint.addClassName("hint");
        return hint;
    }

    private void show(PasswordRules rules) {
        minimum.setValue(String.valueOf(rules.minimumLength()));
        upperCase.setOn(rules.upperCase());
        lowerCase.setOn(rules.lowerCase());
        digit.setOn(rules.digit());
        specialCharacter.setOn(rules.specialCharacter());
    }

    private void save(long actorId, AccountSettings settings, StepUpGate gate) {
        var length = typedLength();
        minimum.setErrorMessage(getTranslation(
                "settings.passwords.minimum.invalid", PasswordRules.LEAST_MINIMUM, PasswordRules.LARGEST_MINIMUM));
        minimum.setInvalid(length.isEmpty());
        length.ifPresent(number -> {
            var rules = new PasswordRules(
                    number, upperCase.getValue(), lowerCase.getValue(), digit.getValue(), specialCharacter.getValue());
            gate.pass(() -> {
                settings.changePasswordRules(actorId, rules);
                Notification.show(getTranslation("settings.saved"));
            });
        });
    }

    private OptionalInt typedLength() {
        try {
            var number = Integer.parseInt(minimum.getValue().strip());
            return PasswordRules.isAllowedMinimum(number) ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
