package dev.latchkey.signin.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.signin.ForgottenPassword;
import dev.latchkey.signin.SignInPaths;
import dev.latchkey.user.EmailAddress;

/** Asks where to send the link to a new password. */
@Route(value = "reset-password", autoLayout = false)
class ForgotPasswordView extends CenteredCard {

    private final ForgottenPassword forgottenPassword;
    private final EmailField email = new EmailField(getTranslation("login.email"));

    ForgotPasswordView(ForgottenPassword forgottenPassword) {
        super("forgot-password.title");
        this.forgottenPassword = forgottenPassword;
        email.getElement().setProperty("autocomplete", "username");
        email.setManualValidation(true);
        email.setMaxLength(EmailAddress.LENGTH);
        var submit = new Button(getTranslation("forgot-password.submit"), click -> ask());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        addToCard(new Paragraph(getTranslation("forgot-password.explanation")), email, submit, backToLogin());
        email.focus();
    }

    private void ask() {
        var typed = EmailAddress.parse(email.getValue());
        email.setErrorMessage(getTranslation("form.email-invalid"));
        email.setInvalid(typed.isEmpty());
        typed.ifPresent(address -> {
            forgottenPassword.ask(address, VaadinRequest.getCurrent().getRemoteAddr());
            showAnswer(address);
        });
    }

    private void showAnswer(EmailAddress address) {
        var answer = new Paragraph(getTranslation("forgot-password.answer", address.value()));
        answer.getElement().setAttribute("role", "status");
        clearCard();
        addToCard(answer, new Paragraph(getTranslation("forgot-password.patience")), backToLogin());
    }

    private Anchor backToLogin() {
        return new Anchor(SignInPaths.LOGIN, getTranslation("forgot-password.back"));
    }
}
