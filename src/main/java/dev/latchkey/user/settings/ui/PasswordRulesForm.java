package dev.latchkey.user.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.component.Switch;
import dev.latchkey.component.form.Differences;
import dev.latchkey.component.form.FormFields;
import dev.latchkey.component.form.NumericKeyboard;
import dev.latchkey.component.form.VersionedForm;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.settings.AccountSettings;
import java.util.OptionalInt;
import org.springframework.modulith.NamedInterface;

/** The form for the rules of new passwords. */
@NamedInterface("ui")
public class PasswordRulesForm extends Composite<Div> implements FormFields<PasswordRules> {

    private static final int LONGEST_NUMBER = 3;

    private final TextField minimum = new TextField();
    private final Switch upperCase = new Switch();
    private final Switch lowerCase = new Switch();
    private final Switch digit = new Switch();
    private final Switch specialCharacter = new Switch();
    private final VersionedForm<PasswordRules> form;

    /** Shows the current rules. */
    public PasswordRulesForm(long actorId, AccountSettings settings, StepUpGate gate) {
        minimum.setLabel(getTranslation("settings.passwords.minimum"));
        minimum.setMaxLength(LONGEST_NUMBER);
        NumericKeyboard.on(minimum);
        minimum.setManualValidation(true);
        upperCase.setLabel(getTranslation("settings.passwords.upper-case"));
        lowerCase.setLabel(getTranslation("settings.passwords.lower-case"));
        digit.setLabel(getTranslation("settings.passwords.digit"));
        specialCharacter.setLabel(getTranslation("settings.passwords.special"));
        var save = new Button(getTranslation("dialog.save"), click -> save(actorId, settings, gate));
        form = new VersionedForm<>(this, settings::passwordRules);
        getContent().addClassName("settings-form");
        getContent()
                .add(
                        new H3(getTranslation("settings.passwords")),
                        form,
                        hint("settings.passwords.hint"),
                        minimum,
                        composition(),
                        save);
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

    @Override
    public void show(PasswordRules rules) {
        minimum.setValue(String.valueOf(rules.minimumLength()));
        upperCase.setOn(rules.upperCase());
        lowerCase.setOn(rules.lowerCase());
        digit.setOn(rules.digit());
        specialCharacter.setOn(rules.specialCharacter());
    }

    @Override
    public PasswordRules typed() {
        return new PasswordRules(
                typedLength().orElseThrow(),
                upperCase.getValue(),
                lowerCase.getValue(),
                digit.getValue(),
                specialCharacter.getValue());
    }

    @Override
    public PasswordRules merge(PasswordRules seen, PasswordRules typed, PasswordRules current, Differences told) {
        return new PasswordRules(
                told.merge(
                        minimum.getLabel(),
                        seen.minimumLength(),
                        typed.minimumLength(),
                        current.minimumLength(),
                        String::valueOf),
                merge(upperCase, seen.upperCase(), typed.upperCase(), current.upperCase(), told),
                merge(lowerCase, seen.lowerCase(), typed.lowerCase(), current.lowerCase(), told),
                merge(digit, seen.digit(), typed.digit(), current.digit(), told),
                merge(
                        specialCharacter,
                        seen.specialCharacter(),
                        typed.specialCharacter(),
                        current.specialCharacter(),
                        told));
    }

    private boolean merge(Switch field, boolean seen, boolean typed, boolean current, Differences told) {
        return told.merge(field.getLabel(), seen, typed, current, on -> getTranslation(on ? "edit.on" : "edit.off"));
    }

    private void save(long actorId, AccountSettings settings, StepUpGate gate) {
        minimum.setErrorMessage(getTranslation(
                "settings.passwords.minimum.invalid", PasswordRules.LEAST_MINIMUM, PasswordRules.LARGEST_MINIMUM));
        minimum.setInvalid(typedLength().isEmpty());
        if (!minimum.isInvalid()) {
            gate.pass(() -> form.save(wanted -> settings.changePasswordRules(actorId, wanted), this::conclude));
        }
    }

    private void conclude() {
        form.reload();
        Notification.show(getTranslation("settings.saved"));
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
