package dev.latchkey.signin.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.component.PostForm;
import dev.latchkey.component.PostedField;
import dev.latchkey.signin.LastRefusal;
import dev.latchkey.signin.PasswordRefusal;
import dev.latchkey.signin.SignInPaths;

/** The password step. */
@Route(value = "login", autoLayout = false)
class LoginView extends CenteredCard implements BeforeEnterObserver {

    private final Paragraph message = new Paragraph();

    LoginView() {
        super("login.title");
        message.addClassName("form-message");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        var form = new PostForm(SignInPaths.LOGIN);
        var email = new PostedField(getTranslation("login.email"), "username", "email", "username");
        var password = new PostedField(getTranslation("login.password"), "password", "password", "current-password");
        form.add(email, password);
        form.addSubmit(getTranslation("login.submit"));
        addToCard(message, form, new Anchor(SignInPaths.RESET_PASSWORD, getTranslation("login.forgot-password")));
        var refusal = LastRefusal.take(PasswordRefusal.class);
        refusal.ifPresent(refused -> say(PasswordSentences.refusal(this, refused)));
        refusal.map(PasswordRefusal::typedEmail)
                .ifPresentOrElse(
                        typed -> {
                            email.with("value", typed);
                            password.focus();
                        },
                        email::focus);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters().getParameters();
        if (parameters.containsKey("ended")) {
            say(getTranslation("login.session-ended"));
            message.setClassName("notice");
        } else if (parameters.containsKey("ready")) {
            say(getTranslation("login.account-ready"));
            message.setClassName("form-notice");
        } else if (parameters.containsKey("reset")) {
            say(getTranslation("login.password-reset"));
            message.setClassName("form-notice");
        }
    }

    private void say(String sentence) {
        message.setText(sentence);
        message.setVisible(true);
    }
}
