package dev.latchkey.ui.access;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.component.RefusedException;
import dev.latchkey.signin.ui.StepUpGate;
import dev.latchkey.twofactor.Member;
import dev.latchkey.user.User;
import dev.latchkey.user.UserAdministration;
import dev.latchkey.user.UserGroups;
import dev.latchkey.user.UserStatus;

/** Changes a user's name and groups. */
class EditUserDialog extends Dialog {

    private final TextField name = new TextField();
    private final GroupChoice chosenGroups;
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
        name.setValue(member.name());
        name.setMaxLength(User.NAME_LENGTH);
        name.setManualValidation(true);
        name.setWidthFull();
        name.setVisible(member.status() != UserStatus.INVITED);
        chosenGroups = new GroupChoice(groups);
        chosenGroups.choose(groups.groupsOf(member.id()));
        add(name, chosenGroups);
        addOpenedChangeListener(change -> {
            if (name.isVisible()) {
                name.focus();
            } else {
                chosenGroups.focus();
            }
        });
        var save = new Button(
                getTranslation("dialog.save"),
                click -> gate.pass(() -> save(
                        () -> users.change(actorId, member.id(), name.getValue().strip(), chosenGroups.ids()))));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), save);
    }

    private void save(Runnable change) {
        try {
            change.run();
            close();
            Notification.show(getTranslation("users.edit.done"));
            whenDone.run();
        } catch (RefusedException e) {
            var sentence = getTranslation(e.messageKey(), e.arguments());
            name.setErrorMessage(sentence);
            name.setInvalid(e.messageKey().equals("users.refused.name"));
            chosenGroups.setErrorMessage(sentence);
            chosenGroups.setInvalid(!name.isInvalid());
            if (name.isInvalid()) {
                name.focus();
            } else {
                chosenGroups.focus();
            }
        }
    }
}
