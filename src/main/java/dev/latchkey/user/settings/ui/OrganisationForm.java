package dev.latchkey.user.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.account.Organisation;
import dev.latchkey.component.form.Differences;
import dev.latchkey.component.form.FieldRefusals;
import dev.latchkey.component.form.FormFields;
import dev.latchkey.component.form.VersionedForm;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.settings.OrganisationSettings;
import java.util.function.Function;
import org.springframework.modulith.NamedInterface;

/** The form for the organisation's name and whom its members ask for help. */
@NamedInterface("ui")
public class OrganisationForm extends Composite<Div> implements FormFields<Organisation> {

    private final TextField name = new TextField();
    private final TextField helpContact = new TextField();
    private final FieldRefusals refusals =
            new FieldRefusals().at(name, FieldRefusals.NAME).at(helpContact, "description.refused");
    private final VersionedForm<Organisation> form;

    /** Shows what is stored. */
    public OrganisationForm(long actorId, OrganisationSettings settings, StepUpGate gate) {
        name.setLabel(getTranslation("settings.organisation.name"));
        name.setHelperText(getTranslation("settings.organisation.name.hint"));
        helpContact.setLabel(getTranslation("settings.organisation.help-contact"));
        helpContact.setHelperText(getTranslation("settings.organisation.help-contact.hint"));
        name.setManualValidation(true);
        helpContact.setManualValidation(true);
        name.setWidthFull();
        helpContact.setWidthFull();
        form = new VersionedForm<>(this, settings::organisation);
        var save = new Button(getTranslation("dialog.save"), click -> save(actorId, settings, gate));
        getContent().addClassName("settings-form");
        getContent().add(form, name, helpContact, save);
    }

    @Override
    public void show(Organisation organisation) {
        name.setValue(organisation.name());
        helpContact.setValue(organisation.helpContact());
    }

    @Override
    public Organisation typed() {
        return Organisation.typed(name.getValue(), helpContact.getValue());
    }

    @Override
    public Organisation merge(Organisation seen, Organisation typed, Organisation current, Differences differences) {
        return new Organisation(
                differences.merge(name.getLabel(), seen.name(), typed.name(), current.name(), Function.identity()),
                differences.merge(
                        helpContact.getLabel(),
                        seen.helpContact(),
                        typed.helpContact(),
                        current.helpContact(),
                        Function.identity()));
    }

    private void save(long actorId, OrganisationSettings settings, StepUpGate gate) {
        refusals.show(this, () -> {
            // What is refused is reported before anything else is asked
            typed();
            gate.pass(() -> form.save(wanted -> settings.change(actorId, wanted), this::conclude));
        });
    }

    private void conclude() {
        form.reload();
        Notification.show(getTranslation("settings.saved"));
    }
}
