package dev.latchkey.user.group.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.StatusBadge;
import dev.latchkey.component.Times;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.component.grid.RowFocus;
import dev.latchkey.component.page.Page;
import dev.latchkey.user.access.CurrentUser;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.group.UserGroups;
import dev.latchkey.user.group.UserSearch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/** The user groups, with their members and permissions. */
@Route("access-management/groups")
@NamedInterface("ui")
public class UserGroupsView extends Page {

    private final long actorId;
    private final UserGroups groups;
    private final UserGroupMembers members;
    private final UserSearch users;
    private final StepUpGate gate;
    private final Grid<UserGroupSummary> grid = new Grid<>();

    UserGroupsView(CurrentUser user, UserGroups groups, UserGroupMembers members, UserSearch users, StepUpGate gate) {
        super("groups.title");
        setSizeFull();
        this.actorId = user.id();
        this.groups = groups;
        this.members = members;
        this.users = users;
        this.gate = gate;
        grid.addComponentColumn(this::name).setHeader(getTranslation("groups.name"));
        grid.addColumn(this::description).setHeader(getTranslation("groups.description"));
        grid.addColumn(this::permissions).setHeader(getTranslation("groups.permissions"));
        grid.addColumn(UserGroupSummary::members)
                .setHeader(getTranslation("groups.members"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::actions)
                .setHeader(getTranslation("grid.actions"))
                .setWidth("16rem")
                .setFlexGrow(0);
        var wide = List.copyOf(grid.getColumns());
        var cards = grid.addComponentColumn(this::card).setHeader(getTranslation("groups.title"));
        NarrowScreen.swapColumns(grid, List.of(cards), wide);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setAriaLabel(getTranslation("groups.title"));
        grid.setSizeFull();
        var add = new Button(
                getTranslation("groups.add"),
                click -> GroupDialog.toCreate(actorId, groups, gate, this::refresh)
                        .open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var tools = new Div(add);
        tools.addClassName("tools");
        add(tools, grid);
        refresh();
    }

    private void refresh() {
        grid.setItems(groups.all());
        RowFocus.keep(grid);
    }

    private Component name(UserGroupSummary group) {
        var name = new Div(new Span(group.name()));
        owed(group).map(words -> new StatusBadge(kind(group), words)).ifPresent(name::add);
        return name;
    }

    private static StatusBadge.Kind kind(UserGroupSummary group) {
        var owed = group.codeOwed();
        return owed != null && owed.begun() ? StatusBadge.Kind.GOOD : StatusBadge.Kind.WAITING;
    }

    private Optional<String> owed(UserGroupSummary group) {
        return Optional.ofNullable(group.codeOwed())
                .map(owed -> getTranslation(
                        owed.begun() ? "groups.code-owed" : "groups.code-owed-from",
                        Times.text(UI.getCurrent(), owed.since())));
    }

    private String description(UserGroupSummary group) {
        return group.builtIn() && group.description().isEmpty()
                ? getTranslation("groups.built-in.description")
                : group.description();
    }

    private String permissions(UserGroupSummary group) {
        return group.permissions().stream()
                .map(permission -> GroupDialog.words(this, permission))
                .collect(Collectors.joining(", "));
    }

    private RowCard card(UserGroupSummary group) {
        var card = new RowCard(group.name())
                .line(description(group))
                .line("groups.permissions", permissions(group))
                .line("groups.members", String.valueOf(group.members()));
        owed(group).ifPresent(card::line);
        card.add(actions(group));
        return card;
    }

    private Component actions(UserGroupSummary group) {
        var row = new Div(
                action(
                        "groups.edit",
                        group,
                        () -> GroupDialog.toChange(actorId, group, groups, gate, this::refresh)
                                .open()),
                action(
                        "groups.edit-members",
                        group,
                        () -> new MembersDialog(actorId, group, members, users, gate, this::refresh).open()));
        row.addClassName("row-actions");
        if (!group.builtIn()) {
            row.add(action("groups.delete", group, () -> askToDelete(group)));
        }
        return row;
    }

    private Button action(String key, UserGroupSummary group, Runnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("groups.action-on", getTranslation(key), group.name()));
        return button;
    }

    private void askToDelete(UserGroupSummary group) {
        Confirmation.confirmDestructive(
                this,
                getTranslation("groups.delete.title"),
                getTranslation("groups.delete.question", group.name(), group.members()),
                getTranslation("groups.delete"),
                () -> gate.pass(() -> {
                    groups.delete(actorId, group.id(), group.version(), group.members());
                    Notification.show(getTranslation("groups.delete.done", group.name()));
                    refresh();
                }));
    }
}
