package dev.latchkey.signin.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.component.RefusedException;
import dev.latchkey.signin.SignInPaths;
import dev.latchkey.user.PasswordPolicy;
import dev.latchkey.user.PasswordReset;
import dev.latchkey.user.UserName;
import dev.latchkey.user.ui.NewPasswordField;
import java.util.List;

/** Lets whoever followed a mailed link choose a new password. Looking at it uses nothing up: mail scanners follow links too. */
@Route(value = "reset-password/:token", autoLayout = false)
class ResetPasswordView extends CenteredCard implements BeforeEnterObserver {

    private final PasswordReset reset;
    private final NewPasswordField password;
    private final Button submit = new Button();

    ResetPasswordView(PasswordReset reset, PasswordPolicy passwordPolicy) {
        super("reset-password.title");
        this.reset = reset;
        this.password = new NewPasswordField(getTranslation("reset-password.new"), passwordPolicy);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getRouteParameters().get("token").orElse("");
        reset.openTo(token).ifPresentOrElse(user -> showForm(token, user), this::showClosed);
    }

    private void showForm(String token, UserName user) {
        submit.setText(getTranslation("reset-password.submit"));
        submit.addClickListener(click -> choose(token, user));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        addToCard(new Paragraph(getTranslation("reset-password.explanation", user.email())), password, submit);
        password.focus();
    }

    private void choose(String token, UserName user) {
        try {
            if (!password.check(List.of(user.name(), user.email()))) {
                submit.setEnabled(true);
            } else if (reset.choose(token, password.getValue())) {
                password.clear();
                getUI().ifPresent(ui -> ui.getPage().setLocation(SignInPaths.LOGIN + "?reset"));
            } else {
                showClosed();
            }
        } catch (RefusedException e) {
            password.refuse(getTranslation(e.messageKey(), e.arguments()));
            submit.setEnabled(true);
        }
    }

    private void showClosed() {
        clearCard();
        addToCard(
                new Paragraph(getTranslation("reset-password.closed")),
                new Anchor(SignInPaths.RESET_PASSWORD, getTranslation("reset-password.ask-again")));
    }
}
