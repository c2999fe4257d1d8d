package dev.latchkey.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.Page;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.twofactor.MemberDirectory;
import dev.latchkey.user.UserGroup;
import dev.latchkey.user.UserGroups;
import java.util.stream.Collectors;

/** The user groups: who is in them, and what they permit. */
@Route("access-management/groups")
public class UserGroupsView extends Page {

    private final long actorId;
    private final UserGroups groups;
    private final MemberDirectory directory;
    private final Grid<UserGroup> grid = new Grid<>();

    UserGroupsView(CurrentSession session, UserGroups groups, MemberDirectory directory) {
        super("groups.title");
        setSizeFull();
        this.actorId = session.user().getUserId();
        this.groups = groups;
        this.directory = directory;
        grid.addColumn(UserGroup::name).setHeader(getTranslation("groups.name")).setTooltipGenerator(UserGroup::name);
        grid.addColumn(UserGroup::description)
                .setHeader(getTranslation("groups.description"))
                .setTooltipGenerator(UserGroup::description);
        grid.addColumn(this::permissions)
                .setHeader(getTranslation("groups.permissions"))
                .setTooltipGenerator(this::permissions);
        grid.addColumn(UserGroup::members)
                .setHeader(getTranslation("groups.members"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::deeds).setAutoWidth(true).setFlexGrow(0);
        grid.setSizeFull();
        var add = new Button(
                getTranslation("groups.add"),
                click -> GroupDialog.toCreate(actorId, groups, this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add(add, grid);
        refresh();
    }

    private void refresh() {
        grid.setItems(groups.all());
    }

    private String permissions(UserGroup group) {
        return group.permissions().stream()
                .map(permission -> GroupDialog.words(this, permission))
                .collect(Collectors.joining(", "));
    }

    private Component deeds(UserGroup group) {
        var row = new Div(
                deed(
                        "groups.edit",
                        group,
                        () -> GroupDialog.toChange(actorId, group, groups, this::refresh)
                                .open()),
                deed(
                        "groups.edit-members",
                        group,
                        () -> new MembersDialog(actorId, group, groups, directory, this::refresh).open()));
        row.addClassName("row-deeds");
        if (!group.builtIn()) {
            row.add(deed("groups.delete", group, () -> askToDelete(group)));
        }
        return row;
    }

    private Button deed(String key, UserGroup group, Runnable deed) {
        var button = new Button(getTranslation(key), click -> deed.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("groups.deed-on", getTranslation(key), group.name()));
        return button;
    }

    private void askToDelete(UserGroup group) {
        Confirmation.ask(
                this,
                getTranslation("groups.delete.title"),
                getTranslation("groups.delete.question", group.name(), group.members()),
                getTranslation("groups.delete"),
                () -> {
                    groups.delete(actorId, group.id());
                    Notification.show(getTranslation("groups.delete.done", group.name()));
                    refresh();
                });
    }
}
