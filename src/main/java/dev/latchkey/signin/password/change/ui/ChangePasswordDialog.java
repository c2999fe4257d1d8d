package dev.latchkey.signin.password.change.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.latchkey.common.RefusedException;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.component.DialogKeys;
import dev.latchkey.component.form.PasswordForm;
import dev.latchkey.signin.password.PasswordRefusal;
import dev.latchkey.user.UserProfile;
import dev.latchkey.user.password.PasswordPolicy;
import dev.latchkey.user.password.ui.NewPasswordField;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Asks for the current password and a new one. */
final class ChangePasswordDialog extends Dialog {

    private final PasswordField present = ComponentI18n.in(new PasswordField());
    private final NewPasswordField chosen;
    private final List<String> known;
    private final BiFunction<String, String, Optional<PasswordRefusal>> submission;

    /**
     * Creates it for that user.
     *
     * @param gate asks for a recent factor before the submission
     * @param submission takes the current and the new password, and returns why the current one was refused
     */
    ChangePasswordDialog(
            UserProfile user,
            PasswordPolicy policy,
            Consumer<Runnable> gate,
            BiFunction<String, String, Optional<PasswordRefusal>> submission) {
        this.submission = submission;
        known = List.of(user.name(), user.email());
        chosen = new NewPasswordField(getTranslation("change-password.new"), policy);
        setHeaderTitle(getTranslation("change-password.title"));
        setCloseOnOutsideClick(false);
        addClassName("form-dialog");
        present.setLabel(getTranslation("change-password.present"));
        present.getElement().setProperty("autocomplete", "current-password");
        present.setManualValidation(true);
        present.setWidthFull();
        var fields = new PasswordForm(user.email(), present, chosen);
        fields.addClassName("dialog-content");
        add(fields);
        var submit = new Button(getTranslation("change-password.submit"), click -> {
            if (check()) {
                gate.accept(this::submit);
            }
        });
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        DialogKeys.submitByEnter(this, submit);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), submit);
        addOpenedChangeListener(change -> present.focus());
    }

    /** Says what is wrong with both; the focus goes to the first. */
    private boolean check() {
        var isChosen = chosen.check(known);
        present.setInvalid(present.isEmpty());
        if (present.isEmpty()) {
            present.setErrorMessage(getTranslation("change-password.present.empty"));
            present.focus();
        }
        return isChosen && !present.isEmpty();
    }

    private void submit() {
        present.setInvalid(false);
        try {
            submission
                    .apply(present.getValue(), chosen.getValue())
                    .ifPresentOrElse(this::refusePresent, this::conclude);
        } catch (RefusedException e) {
            chosen.refuse(getTranslation(e.messageKey(), e.arguments()));
        }
    }

    private void refusePresent(PasswordRefusal refusal) {
        present.setErrorMessage(refusal.sentenceToOwner().in(this::getTranslation));
        present.setInvalid(true);
        present.focus();
    }

    private void conclude() {
        close();
        present.clear();
        chosen.clear();
        Notification.show(getTranslation("change-password.done"));
    }
}
