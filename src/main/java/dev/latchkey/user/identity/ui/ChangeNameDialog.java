package dev.latchkey.user.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.component.DialogKeys;
import dev.latchkey.component.form.Differences;
import dev.latchkey.component.form.FieldRefusals;
import dev.latchkey.component.form.FormFields;
import dev.latchkey.component.form.VersionedForm;
import dev.latchkey.user.User;
import dev.latchkey.user.identity.OwnName;
import java.util.function.Function;
import org.springframework.modulith.NamedInterface;

/** Changes the current user's own name. */
@NamedInterface("ui")
public final class ChangeNameDialog extends Dialog implements FormFields<String> {

    private final TextField name = new TextField();

    /** Shows the current name; the action runs after a new one is saved. */
    public ChangeNameDialog(long userId, OwnName own, Runnable whenDone) {
        setHeaderTitle(getTranslation("change-name.title"));
        addClassName("small-dialog");
        name.setLabel(getTranslation("users.name"));
        name.setMaxLength(User.NAME_LENGTH);
        name.getElement().setProperty("autocomplete", "name");
        name.setManualValidation(true);
        name.setWidthFull();
        var refusals = new FieldRefusals().at(name, FieldRefusals.NAME);
        var form = new VersionedForm<>(this, () -> own.toEdit(userId));
        add(form, name);
        addOpenedChangeListener(change -> name.focus());
        var save = new Button(
                getTranslation("dialog.save"),
                click -> refusals.show(
                        this, () -> form.save(wanted -> own.change(userId, wanted), () -> conclude(whenDone))));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        DialogKeys.submitByEnter(this, save);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), save);
    }

    @Override
    public String typed() {
        return name.getValue().strip();
    }

    @Override
    public void show(String value) {
        name.setValue(value);
    }

    @Override
    public String merge(String seen, String typed, String current, Differences differences) {
        return differences.merge(name.getLabel(), seen, typed, current, Function.identity());
    }

    private void conclude(Runnable whenDone) {
        close();
        whenDone.run();
    }
}
