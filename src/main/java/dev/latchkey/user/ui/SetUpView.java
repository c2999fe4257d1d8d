package dev.latchkey.user.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import dev.latchkey.account.Account;
import dev.latchkey.account.DisplayName;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.component.WrongFields;
import dev.latchkey.user.AccountSetUp;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.PasswordPolicy;
import dev.latchkey.user.User;
import java.util.List;

/** Makes the first administrator, for whoever holds the link from the log. */
@Route(value = "setup", autoLayout = false)
class SetUpView extends CenteredCard implements HasUrlParameter<String> {

    private final AccountSetUp setUp;
    private final Binder<SetUpForm> binder = new Binder<>(SetUpForm.class);
    private final TextField company = new TextField(getTranslation("setup.company"));
    private final TextField name = new TextField(getTranslation("setup.name"));
    private final EmailField email = new EmailField(getTranslation("setup.email"));
    private final NewPasswordField password;

    SetUpView(AccountSetUp setUp, PasswordPolicy passwordPolicy) {
        super("setup.title");
        this.setUp = setUp;
        this.password = new NewPasswordField(getTranslation("setup.password"), passwordPolicy);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        if (setUp.isOpen(token)) {
            showForm(token);
        } else {
            addToCard(new Paragraph(getTranslation("setup.closed")));
        }
    }

    private void showForm(String token) {
        bindText(company, "setup.company", Account.COMPANY_NAME_LENGTH, "companyName");
        bindText(name, "setup.name", User.NAME_LENGTH, "name");
        email.setI18n(new EmailField.EmailFieldI18n().setPatternErrorMessage(getTranslation("form.email-invalid")));
        binder.forField(email)
                .withValidator(
                        value -> EmailAddress.parse(value).isPresent(), context -> getTranslation("form.email-invalid"))
                .bind("email");
        binder.forField(password)
                .withValidator(password.policy(() -> List.of(company.getValue(), name.getValue(), email.getValue())))
                .bind("password");
        var submit = new Button(getTranslation("setup.submit"), click -> submit(token));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        addToCard(new Paragraph(getTranslation("setup.explanation")), company, name, email, password, submit);
        company.focus();
    }

    private void bindText(TextField field, String labelKey, int longest, String property) {
        binder.forField(field)
                .withValidator(
                        value -> DisplayName.isAllowed(value, longest),
                        context -> getTranslation("form.text-length", getTranslation(labelKey), longest))
                .bind(property);
    }

    private void submit(String token) {
        try {
            var form = binder.writeRecord();
            var done = setUp.found(
                    token,
                    form.companyName().strip(),
                    EmailAddress.parse(form.email()).orElseThrow(),
                    form.name().strip(),
                    form.password());
            password.clear();
            getUI().ifPresent(ui -> ui.getPage().setLocation(done ? "/login?ready" : "/setup/used"));
        } catch (ValidationException e) {
            WrongFields.focusFirst(e);
        }
    }
}
