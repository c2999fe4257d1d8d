package dev.latchkey.twofactor.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import dev.latchkey.account.DisplayName;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.component.Language;
import dev.latchkey.component.WrongFields;
import dev.latchkey.twofactor.ProposedEnrolment;
import dev.latchkey.twofactor.SignUp;
import dev.latchkey.twofactor.SignUpResult;
import dev.latchkey.user.PasswordPolicy;
import dev.latchkey.user.User;
import dev.latchkey.user.ui.NewPasswordField;
import java.util.List;

/** Lets an invited person join. */
@Route(value = "signup", autoLayout = false)
class SignUpView extends CenteredCard implements HasUrlParameter<String> {

    private final SignUp signUp;
    private final Binder<SignUpForm> binder = new Binder<>(SignUpForm.class);
    private final TextField name = new TextField(getTranslation("sign-up.name"));
    private final NewPasswordField password;
    private final CodeField code = new CodeField();

    SignUpView(SignUp signUp, PasswordPolicy passwordPolicy) {
        super("sign-up.title");
        this.signUp = signUp;
        this.password = new NewPasswordField(getTranslation("sign-up.password"), passwordPolicy);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        signUp.invitedAddress(token).ifPresentOrElse(address -> showForm(token, address), this::showClosed);
    }

    private void showClosed() {
        clearCard();
        addToCard(new Paragraph(getTranslation("sign-up.closed")));
    }

    private void showForm(String token, String address) {
        signUp.recordLanguage(token, Language.of(getLocale()));
        binder.forField(name)
                .withValidator(
                        value -> DisplayName.isAllowed(value, User.NAME_LENGTH),
                        context -> getTranslation("form.text-length", getTranslation("sign-up.name"), User.NAME_LENGTH))
                .bind("name");
        binder.forField(password)
                .withValidator(password.policy(() -> List.of(name.getValue(), address)))
                .bind("password");
        addToCard(
                new Paragraph(getTranslation("sign-up.explanation", signUp.companyName(), address)),
                name,
                password,
                submit("sign-up.submit", () -> join(token)));
        name.focus();
    }

    private void join(String token) {
        try {
            var form = binder.writeRecord();
            show(token, signUp.join(token, form.name().strip(), form.password()));
        } catch (ValidationException e) {
            WrongFields.focusFirst(e);
        }
    }

    private void showSecondStep(String token, ProposedEnrolment proposed) {
        clearCard();
        addToCard(
                new H2(getTranslation("enrolment.title")),
                new Paragraph(getTranslation("sign-up.second-step")),
                new SecretPanel(proposed),
                code,
                submit("enrolment.submit", () -> joinWithCode(token, proposed)));
        code.focus();
    }

    private void joinWithCode(String token, ProposedEnrolment proposed) {
        var result =
                signUp.joinWithCode(token, name.getValue().strip(), password.getValue(), proposed, code.getValue());
        show(token, result);
    }

    private void show(String token, SignUpResult result) {
        switch (result) {
            case SignUpResult.Done() -> {
                password.clear();
                getUI().ifPresent(ui -> ui.getPage().setLocation("/login?ready"));
            }
            case SignUpResult.CodeNeeded(var proposed) -> showSecondStep(token, proposed);
            case SignUpResult.CodeRefused(var reason) -> code.refuse(CodeSentences.refusal(this, reason));
            case SignUpResult.Closed() -> showClosed();
        }
    }

    private Button submit(String key, Runnable step) {
        var submit = new Button(getTranslation(key), click -> step.run());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        return submit;
    }
}
