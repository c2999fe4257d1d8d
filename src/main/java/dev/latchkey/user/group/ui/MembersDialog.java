package dev.latchkey.user.group.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.latchkey.component.form.FieldRefusals;
import dev.latchkey.component.grid.EmptyState;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.component.grid.RowFocus;
import dev.latchkey.user.UserName;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.group.UserSearch;
import java.util.List;

/** Adds users to a group and removes them, one by one, each saved at once. */
class MembersDialog extends Dialog {

    /** The reasons for which adding a member can be refused. */
    private static final String[] REFUSALS = {
        "access.refused.beyond-own-permissions", "access.refused.user-beyond-reach", "access.refused.user-gone"
    };

    private final long actorId;
    private final UserGroupSummary group;
    private final UserGroupMembers service;
    private final StepUpGate gate;
    private final Runnable whenDone;
    private final TextField search = new TextField();
    private final Grid<UserName> members = new Grid<>();

    MembersDialog(
            long actorId,
            UserGroupSummary group,
            UserGroupMembers service,
            UserSearch users,
            StepUpGate gate,
            Runnable whenDone) {
        this.actorId = actorId;
        this.group = group;
        this.service = service;
        this.gate = gate;
        this.whenDone = whenDone;
        setHeaderTitle(getTranslation("groups.members.title", group.name()));
        addClassName("form-dialog");
        search.setLabel(getTranslation("groups.members.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> members.getDataProvider().refreshAll());
        search.setWidthFull();
        members.addColumn(UserName::name).setHeader(getTranslation("users.name"));
        members.addColumn(UserName::email).setHeader(getTranslation("users.email"));
        var wide = List.copyOf(members.getColumns());
        var cards = members.addComponentColumn(member -> new RowCard(member.name()).line(member.email()))
                .setHeader(getTranslation("groups.members"));
        members.addComponentColumn(this::removal)
                .setHeader(getTranslation("grid.actions"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        NarrowScreen.swapColumns(members, List.of(cards), wide);
        members.setAriaLabel(getTranslation("groups.members"));
        members.setItems(
                query ->
                        service
                                .find(group.id(), search.getValue().strip(), query.getOffset(), query.getLimit())
                                .stream(),
                query -> service.count(group.id(), search.getValue().strip()));
        members.setEmptyStateComponent(new EmptyState(getTranslation("groups.members.empty")));
        members.setHeight("20rem");
        add(newcomer(users), search, members);
        getFooter().add(new Button(getTranslation("dialog.close"), click -> close()));
    }

    private Component newcomer(UserSearch users) {
        var newcomer = new ComboBox<UserName>(getTranslation("groups.members.add"));
        newcomer.setManualValidation(true);
        var refusals = new FieldRefusals().at(newcomer, REFUSALS);
        newcomer.setItemLabelGenerator(user -> getTranslation("groups.members.option", user.name(), user.email()));
        newcomer.setItems(query ->
                users.find(query.getFilter().orElse("").strip(), query.getOffset(), query.getLimit()).stream());
        newcomer.setWidthFull();
        newcomer.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                var joining = change.getValue().id();
                newcomer.clear();
                change(refusals, () -> service.add(actorId, group.id(), joining));
            }
        });
        return newcomer;
    }

    private Button removal(UserName member) {
        var remove = new Button(
                getTranslation("groups.members.remove"),
                click -> change(new FieldRefusals(), () -> service.remove(actorId, group.id(), member.id())));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(getTranslation("groups.members.remove-one", member.email()));
        return remove;
    }

    private void change(FieldRefusals refusals, Runnable action) {
        gate.pass(() -> refusals.show(this, () -> {
            action.run();
            members.getDataProvider().refreshAll();
            RowFocus.keep(members);
            whenDone.run();
        }));
    }
}
