package dev.latchkey.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.Page;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.twofactor.MemberDirectory;
import dev.latchkey.twofactor.MemberFilter;
import dev.latchkey.twofactor.TwoFactorReset;
import dev.latchkey.twofactor.TwoFactorState;
import dev.latchkey.user.Invitations;
import dev.latchkey.user.UserAdministration;
import dev.latchkey.user.UserGroup;
import dev.latchkey.user.UserGroups;

/** Everybody, with what administrators want to know of them and can do for them. */
@Route("access-management/users")
public class UsersView extends Page {

    private final TextField search = new TextField();
    private final Select<TwoFactorState> state = new Select<>();
    private final Select<UserGroup> group = new Select<>();
    private final UsersGrid grid;

    UsersView(
            CurrentSession session,
            MemberDirectory members,
            UserGroups groups,
            Invitations invitations,
            UserAdministration users,
            TwoFactorReset reset) {
        super("users.title");
        setSizeFull();
        var actorId = session.user().getUserId();
        grid = new UsersGrid(members, new UserDeeds(this, actorId, groups, invitations, users, reset, this::refresh));
        search.setLabel(getTranslation("users.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filter());
        state.setLabel(getTranslation("users.state"));
        state.setItems(TwoFactorState.values());
        state.setItemLabelGenerator(value -> value == null ? anything() : UsersGrid.words(this, value));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(anything());
        state.addValueChangeListener(change -> filter());
        group.setLabel(getTranslation("users.group"));
        group.setItems(groups.all());
        group.setItemLabelGenerator(value -> value == null ? anything() : value.name());
        group.setEmptySelectionAllowed(true);
        group.setEmptySelectionCaption(anything());
        group.addValueChangeListener(change -> filter());
        var add = new Button(
                getTranslation("users.add"),
                click -> new AddUserDialog(actorId, groups, invitations, this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var tools = new Div(search, state, group, add);
        tools.addClassName("tools");
        add(tools, grid);
    }

    private String anything() {
        return getTranslation("users.any");
    }

    private void filter() {
        var groupId = group.getOptionalValue().map(UserGroup::id).orElse(null);
        grid.show(new MemberFilter(search.getValue().strip(), state.getValue(), groupId));
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
    }
}
