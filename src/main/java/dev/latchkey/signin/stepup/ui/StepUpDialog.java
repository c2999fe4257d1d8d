package dev.latchkey.signin.stepup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.component.DialogKeys;
import dev.latchkey.component.form.PasswordForm;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.stepup.StepUp;
import dev.latchkey.twofactor.code.ui.CodeField;
import dev.latchkey.twofactor.code.ui.CodeMessages;
import dev.latchkey.twofactor.recovery.ui.RecoveryCodeField;
import java.util.Optional;

/** Asks for the code, a recovery code instead, or the password of a user without either, and then continues with the action. */
final class StepUpDialog extends Dialog {

    private final StepUp stepUp;
    private final long userId;
    private final Runnable action;
    private final Button submit = new Button();
    private TextFieldBase<?, String> proof;
    private boolean byRecoveryCode;

    StepUpDialog(StepUp stepUp, SignedInUser user, Runnable action) {
        this.stepUp = stepUp;
        this.userId = user.getUserId();
        this.action = action;
        var takesCode = stepUp.takesCode(userId);
        proof = takesCode ? new CodeField() : passwordField();
        setHeaderTitle(getTranslation("step-up.title"));
        setCloseOnOutsideClick(false);
        addClassName("small-dialog");
        add(new Paragraph(getTranslation(takesCode ? "step-up.by-code" : "step-up.by-password")));
        add(takesCode ? proof : new PasswordForm(user.getUsername(), proof));
        if (takesCode) {
            var recover = new Button(getTranslation("challenge.use-recovery-code"), click -> takeRecoveryCode());
            recover.addThemeVariants(ButtonVariant.TERTIARY);
            add(recover);
        }
        submit.setText(getTranslation("step-up.submit"));
        submit.addClickListener(click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        DialogKeys.submitByEnter(this, submit);
        submit.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), submit);
        addOpenedChangeListener(change -> proof.focus());
    }

    private PasswordField passwordField() {
        var password = ComponentI18n.in(new PasswordField(getTranslation("login.password")));
        password.getElement().setProperty("autocomplete", "current-password");
        password.setManualValidation(true);
        password.setWidthFull();
        return password;
    }

    private void takeRecoveryCode() {
        byRecoveryCode = true;
        proof = new RecoveryCodeField();
        removeAll();
        add(new Paragraph(getTranslation("step-up.by-recovery-code")), proof);
        proof.focus();
    }

    private void submit() {
        var refusal = prove(proof.getValue());
        submit.setEnabled(true);
        if (refusal.isPresent()) {
            refuse(refusal.get());
        } else {
            close();
            action.run();
        }
    }

    private Optional<StepUp.Refusal> prove(String typed) {
        return byRecoveryCode ? stepUp.proveByRecoveryCode(userId, typed) : stepUp.prove(userId, typed);
    }

    private void refuse(StepUp.Refusal refusal) {
        proof.setErrorMessage(
                switch (refusal) {
                    case StepUp.Refusal.OfCode(var result) ->
                        CodeMessages.refusal(result).in(this::getTranslation);
                    case StepUp.Refusal.OfRecoveryCode(var reason) ->
                        reason.sentence().in(this::getTranslation);
                    case StepUp.Refusal.OfPassword(var reason) ->
                        reason.sentenceToOwner().in(this::getTranslation);
                });
        proof.setInvalid(true);
        proof.focus();
    }
}
