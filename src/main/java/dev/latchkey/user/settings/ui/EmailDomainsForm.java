package dev.latchkey.user.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import dev.latchkey.account.EmailDomains;
import dev.latchkey.component.form.Differences;
import dev.latchkey.component.form.FieldRefusals;
import dev.latchkey.component.form.FormFields;
import dev.latchkey.component.form.VersionedForm;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.settings.AccountSettings;
import java.util.Set;
import java.util.function.Function;
import org.springframework.modulith.NamedInterface;

/** The form for the domains whose addresses can be invited. */
@NamedInterface("ui")
public class EmailDomainsForm extends Composite<Div> implements FormFields<EmailDomains> {

    private final TextArea domains = new TextArea();
    private final FieldRefusals refusals =
            new FieldRefusals().at(domains, "settings.email-domains.invalid", "settings.email-domains.too-many");
    private final VersionedForm<EmailDomains> form;

    /** Shows the current domains. */
    public EmailDomainsForm(long actorId, AccountSettings settings, StepUpGate gate) {
        domains.setLabel(getTranslation("settings.email-domains"));
        domains.setHelperText(getTranslation("settings.email-domains.hint"));
        domains.setMinRows(2);
        domains.setMaxRows(10);
        domains.setManualValidation(true);
        domains.setWidthFull();
        form = new VersionedForm<>(this, settings::emailDomains);
        var save = new Button(getTranslation("dialog.save"), click -> save(actorId, settings, gate));
        getContent().addClassName("settings-form");
        getContent().add(form, domains, save);
    }

    @Override
    public void show(EmailDomains allowed) {
        domains.setValue(String.join("\n", allowed.domains()));
    }

    @Override
    public EmailDomains typed() {
        return EmailDomains.parse(domains.getValue());
    }

    @Override
    public EmailDomains merge(EmailDomains seen, EmailDomains typed, EmailDomains current, Differences differences) {
        return new EmailDomains(differences
                .mergeAll(
                        domains.getLabel(),
                        Set.copyOf(seen.domains()),
                        Set.copyOf(typed.domains()),
                        Set.copyOf(current.domains()),
                        Function.identity())
                .stream()
                .sorted()
                .toList());
    }

    private void save(long actorId, AccountSettings settings, StepUpGate gate) {
        refusals.show(this, () -> {
            // Invalid domains are reported before anything else is asked
            typed();
            gate.pass(() -> form.save(wanted -> settings.changeEmailDomains(actorId, wanted), this::conclude));
        });
    }

    private void conclude() {
        form.reload();
        Notification.show(getTranslation("settings.saved"));
    }
}
