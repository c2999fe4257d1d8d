package dev.latchkey.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.component.RefusedException;
import dev.latchkey.signin.ui.StepUpGate;
import dev.latchkey.user.Permission;
import dev.latchkey.user.UserGroup;
import dev.latchkey.user.UserGroups;
import java.util.Set;

/** Asks for a group's name, description and permissions. */
class GroupDialog extends Dialog {

    private final TextField name = new TextField();
    private final TextField description = new TextField();
    private final CheckboxGroup<Permission> permissions = new CheckboxGroup<>();
    private final Runnable whenDone;

    private GroupDialog(String titleKey, StepUpGate gate, Runnable whenDone, Submission submission) {
        this.whenDone = whenDone;
        setHeaderTitle(getTranslation(titleKey));
        setCloseOnOutsideClick(false);
        addClassName("form-dialog");
        name.setLabel(getTranslation("groups.name"));
        name.setMaxLength(UserGroup.NAME_LENGTH);
        name.setManualValidation(true);
        name.setWidthFull();
        description.setLabel(getTranslation("groups.description"));
        description.setMaxLength(UserGroup.DESCRIPTION_LENGTH);
        description.setWidthFull();
        permissions.setLabel(getTranslation("groups.permissions"));
        permissions.setItems(Permission.values());
        permissions.setItemLabelGenerator(permission -> words(this, permission));
        permissions.addClassName("stacked-choice");
        add(name, description, permissions);
        var save = new Button(getTranslation("dialog.save"), click -> gate.pass(() -> save(submission)));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), save);
        addOpenedChangeListener(change -> name.focus());
    }

    static GroupDialog toCreate(long actorId, UserGroups groups, StepUpGate gate, Runnable whenDone) {
        return new GroupDialog(
                "groups.add",
                gate,
                whenDone,
                (name, description, permissions) -> groups.create(actorId, name, description, permissions));
    }

    static GroupDialog toChange(long actorId, UserGroup group, UserGroups groups, StepUpGate gate, Runnable whenDone) {
        var dialog = new GroupDialog(
                "groups.edit.title",
                gate,
                whenDone,
                (name, description, permissions) -> groups.change(actorId, group.id(), name, description, permissions));
        dialog.name.setValue(group.name());
        dialog.description.setValue(group.description());
        dialog.permissions.setValue(group.permissions());
        if (group.builtIn()) {
            dialog.name.setReadOnly(true);
            dialog.permissions.setReadOnly(true);
            dialog.addComponentAsFirst(new Paragraph(dialog.getTranslation("groups.refused.built-in")));
        }
        return dialog;
    }

    static String words(Component view, Permission permission) {
        return view.getTranslation(
                switch (permission) {
                    case MANAGE_ACCOUNT -> "permission.manage-account";
                    case MANAGE_USERS_AND_GROUPS -> "permission.manage-users-and-groups";
                    case VIEW_AUDIT_TRAIL -> "permission.view-audit-trail";
                });
    }

    private void save(Submission submission) {
        try {
            submission.submit(name.getValue().strip(), description.getValue().strip(), permissions.getValue());
            close();
            Notification.show(getTranslation("settings.saved"));
            whenDone.run();
        } catch (RefusedException e) {
            name.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            name.setInvalid(true);
            name.focus();
        }
    }

    private interface Submission {

        void submit(String name, String description, Set<Permission> permissions);
    }
}
