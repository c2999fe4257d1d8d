package dev.latchkey.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.grid.EmptyState;
import dev.latchkey.component.grid.RowFocus;
import dev.latchkey.component.page.AddressFilters;
import dev.latchkey.component.page.Page;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.TwoFactorState;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.invitation.ui.AddUserDialog;
import java.util.List;
import java.util.Locale;

/** All users, with the information and actions for administrators. */
@Route("access-management/users")
public class UsersView extends Page implements AfterNavigationObserver {

    private final TextField search = new TextField();
    private final Select<TwoFactorState> state = new Select<>();
    private final Select<UserGroupSummary> group = new Select<>();
    private final UsersGrid grid;
    private final AddressFilters filters = new AddressFilters(this, this::filter);

    UsersView(CurrentSession session, MemberDirectory members, UserServices services, StepUpGate gate) {
        super("users.title");
        setSizeFull();
        var actorId = session.user().getUserId();
        grid = new UsersGrid(
                members,
                new TwoFactorResetLink(this, actorId, services, gate, this::refresh),
                new UserActions(this, actorId, services, gate, this::refresh));
        grid.setEmptyStateComponent(
                new EmptyState(getTranslation("users.empty"), getTranslation("users.show-all"), this::showEverybody));
        search.setLabel(getTranslation("users.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        filters.addText("search", search);
        state.setLabel(getTranslation("users.state"));
        state.setItems(TwoFactorState.values());
        state.setItemLabelGenerator(value -> value == null ? anything() : MemberBadges.words(this, value));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(anything());
        filters.addChoice("state", state, List.of(TwoFactorState.values()), UsersView::inAddress);
        group.setLabel(getTranslation("users.group"));
        var allGroups = services.groups().all();
        group.setItems(allGroups);
        group.setItemLabelGenerator(value -> value == null ? anything() : value.name());
        group.setEmptySelectionAllowed(true);
        group.setEmptySelectionCaption(anything());
        filters.addChoice("group", group, allGroups, some -> Long.toString(some.id()));
        filters.addSort("sort", grid);
        var add = new Button(
                getTranslation("users.add"),
                click -> new AddUserDialog(
                                actorId,
                                services.invitations(),
                                services.administration(),
                                services.groups(),
                                gate,
                                this::refresh)
                        .open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var tools = new Div(search, state, group, add);
        tools.addClassName("tools");
        add(tools, grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filters.read(event.getLocation());
    }

    private static String inAddress(TwoFactorState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private String anything() {
        return getTranslation("users.any");
    }

    private void showEverybody() {
        filters.clear();
        search.focus();
    }

    private void filter() {
        var groupId = group.getOptionalValue().map(UserGroupSummary::id).orElse(null);
        grid.show(new MemberFilter(search.getValue().strip(), state.getValue(), groupId));
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        RowFocus.keep(grid);
    }
}
