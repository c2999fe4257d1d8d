package dev.latchkey.ui.access;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import dev.latchkey.account.EmailDomains;
import dev.latchkey.component.RefusedException;
import dev.latchkey.signin.ui.StepUpGate;
import dev.latchkey.user.AccountSettings;

/** Decides whose addresses can be invited. */
class EmailDomainsForm extends Composite<Div> {

    private static final int LONGEST_INPUT = 30_000;

    private final TextArea domains = new TextArea();

    EmailDomainsForm(long actorId, AccountSettings settings, StepUpGate gate) {
        domains.setLabel(getTranslation("settings.email-domains"));
        domains.setHelperText(getTranslation("settings.email-domains.hint"));
        domains.setMaxLength(LONGEST_INPUT);
        domains.setMinRows(2);
        domains.setMaxRows(10);
        domains.setManualValidation(true);
        domains.setWidthFull();
        show(settings.emailDomains());
        var save = new Button(getTranslation("dialog.save"), click -> save(actorId, settings, gate));
        getContent().addClassName("settings-form");
        getContent().add(domains, save);
    }

    private void show(EmailDomains allowed) {
        domains.setValue(String.join("\n", allowed.domains()));
    }

    private void save(long actorId, AccountSettings settings, StepUpGate gate) {
        try {
            var typed = EmailDomains.parse(domains.getValue());
            domains.setInvalid(false);
            gate.pass(() -> {
                settings.changeEmailDomains(actorId, typed);
                show(typed);
                Notification.show(getTranslation("settings.saved"));
            });
        } catch (RefusedException e) {
            domains.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            domains.setInvalid(true);
        }
    }
}
