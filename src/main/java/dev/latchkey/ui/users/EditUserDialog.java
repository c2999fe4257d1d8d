package dev.latchkey.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.component.DialogKeys;
import dev.latchkey.component.form.Differences;
import dev.latchkey.component.form.FieldRefusals;
import dev.latchkey.component.form.FormFields;
import dev.latchkey.component.form.VersionedForm;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.user.User;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.administration.UserEdit;
import dev.latchkey.user.group.UserGroups;
import dev.latchkey.user.group.ui.GroupChoice;
import java.util.function.Function;

/** Changes a user's name and groups. */
class EditUserDialog extends Dialog implements FormFields<UserEdit> {

    private final TextField name = new TextField();
    private final GroupChoice chosenGroups;
    private final FieldRefusals refusals;
    private final VersionedForm<UserEdit> form;
    private final Runnable whenDone;

    EditUserDialog(
            long actorId,
            Member member,
            UserGroups groups,
            UserAdministration users,
            StepUpGate gate,
            Runnable whenDone) {
        this.whenDone = whenDone;
        setHeaderTitle(getTranslation("users.edit.title", member.displayName()));
        addClassName("form-dialog");
        name.setLabel(getTranslation("users.name"));
        name.setMaxLength(User.NAME_LENGTH);
        name.setManualValidation(true);
        name.setWidthFull();
        name.setVisible(member.status() != UserStatus.INVITED);
        chosenGroups = new GroupChoice(groups);
        chosenGroups.setManualValidation(true);
        refusals = new FieldRefusals()
                .at(name, FieldRefusals.NAME)
                .at(
                        chosenGroups,
                        "access.refused.beyond-own-permissions",
                        "access.refused.group-gone",
                        "access.refused.last-administrator");
        form = new VersionedForm<>(this, () -> users.toEdit(member.id()));
        add(form, name, chosenGroups);
        addOpenedChangeListener(change -> {
            if (name.isVisible()) {
                name.focus();
            } else {
                chosenGroups.focus();
            }
        });
        var save = new Button(
                getTranslation("dialog.save"),
                click -> gate.pass(() -> refusals.show(
                        this, () -> form.save(wanted -> users.change(actorId, member.id(), wanted), this::conclude))));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        DialogKeys.submitByEnter(this, save);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), save);
    }

    @Override
    public UserEdit typed() {
        return new UserEdit(name.getValue().strip(), chosenGroups.ids());
    }

    @Override
    public void show(UserEdit value) {
        name.setValue(value.name());
        chosenGroups.choose(value.groupIds());
    }

    @Override
    public UserEdit merge(UserEdit seen, UserEdit typed, UserEdit current, Differences differences) {
        return new UserEdit(
                differences.merge(name.getLabel(), seen.name(), typed.name(), current.name(), Function.identity()),
                differences.mergeAll(
                        chosenGroups.getLabel(),
                        seen.groupIds(),
                        typed.groupIds(),
                        current.groupIds(),
                        chosenGroups::nameOf));
    }

    private void conclude() {
        close();
        Notification.show(getTranslation("users.edit.done"));
        whenDone.run();
    }
}
