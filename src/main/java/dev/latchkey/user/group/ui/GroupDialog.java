package dev.latchkey.user.group.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.component.DialogKeys;
import dev.latchkey.component.form.Differences;
import dev.latchkey.component.form.FieldRefusals;
import dev.latchkey.component.form.FormFields;
import dev.latchkey.component.form.VersionedForm;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.group.UserGroup;
import dev.latchkey.user.group.UserGroupEdit;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.group.UserGroups;
import java.util.function.Function;

/** Asks for a group's name, description and permissions. */
class GroupDialog extends Dialog implements FormFields<UserGroupEdit> {

    private final TextField name = new TextField();
    private final TextField description = new TextField();
    private final CheckboxGroup<Permission> permissions = new CheckboxGroup<>();
    private final FieldRefusals refusals = new FieldRefusals()
            .at(name, FieldRefusals.NAME)
            .at(name, "groups.refused.name-taken", "groups.refused.name-alike", "groups.refused.name-with-comma")
            .at(description, "description.refused")
            .at(permissions, "access.refused.beyond-own-permissions");
    private final Button save = new Button();
    private final Runnable whenDone;

    private GroupDialog(String titleKey, Runnable whenDone) {
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
        description.setManualValidation(true);
        description.setWidthFull();
        permissions.setLabel(getTranslation("groups.permissions"));
        permissions.setItems(Permission.values());
        permissions.setItemLabelGenerator(permission -> words(this, permission));
        permissions.setItemHelperGenerator(this::hint);
        permissions.setManualValidation(true);
        permissions.addClassName("stacked-choice");
        add(name, description, permissions);
        save.setText(getTranslation("dialog.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        DialogKeys.submitByEnter(this, save);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), save);
        addOpenedChangeListener(change -> name.focus());
    }

    static GroupDialog toCreate(long actorId, UserGroups groups, StepUpGate gate, Runnable whenDone) {
        var dialog = new GroupDialog("groups.add", whenDone);
        dialog.saveBy(gate, () -> {
            groups.create(actorId, dialog.typed());
            dialog.conclude();
        });
        return dialog;
    }

    static GroupDialog toChange(
            long actorId, UserGroupSummary group, UserGroups groups, StepUpGate gate, Runnable whenDone) {
        var dialog = new GroupDialog("groups.edit.title", whenDone);
        var form = new VersionedForm<>(dialog, () -> groups.toEdit(group.id()));
        dialog.addComponentAsFirst(form);
        dialog.saveBy(gate, () -> form.save(wanted -> groups.change(actorId, group.id(), wanted), dialog::conclude));
        if (group.builtIn()) {
            dialog.name.setReadOnly(true);
            dialog.permissions.setReadOnly(true);
            // What the list of groups shows where nobody has written anything else
            dialog.description.setPlaceholder(dialog.getTranslation("groups.built-in.description"));
            dialog.addComponentAtIndex(1, new Paragraph(dialog.getTranslation("groups.refused.built-in")));
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

    private String hint(Permission permission) {
        return getTranslation(
                switch (permission) {
                    case MANAGE_ACCOUNT -> "permission.manage-account.hint";
                    case MANAGE_USERS_AND_GROUPS -> "permission.manage-users-and-groups.hint";
                    case VIEW_AUDIT_TRAIL -> "permission.view-audit-trail.hint";
                });
    }

    @Override
    public UserGroupEdit typed() {
        return new UserGroupEdit(name.getValue().strip(), description.getValue().strip(), permissions.getValue());
    }

    @Override
    public void show(UserGroupEdit value) {
        name.setValue(value.name());
        description.setValue(value.description());
        permissions.setValue(value.permissions());
    }

    @Override
    public UserGroupEdit merge(
            UserGroupEdit seen, UserGroupEdit typed, UserGroupEdit current, Differences differences) {
        return new UserGroupEdit(
                differences.merge(name.getLabel(), seen.name(), typed.name(), current.name(), Function.identity()),
                differences.merge(
                        description.getLabel(),
                        seen.description(),
                        typed.description(),
                        current.description(),
                        Function.identity()),
                differences.mergeAll(
                        permissions.getLabel(),
                        seen.permissions(),
                        typed.permissions(),
                        current.permissions(),
                        permission -> words(this, permission)));
    }

    private void saveBy(StepUpGate gate, Runnable saving) {
        save.addClickListener(click -> gate.pass(() -> refusals.show(this, saving)));
    }

    private void conclude() {
        close();
        Notification.show(getTranslation("settings.saved"));
        whenDone.run();
    }
}
