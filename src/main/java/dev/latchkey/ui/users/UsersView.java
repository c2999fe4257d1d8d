package dev.latchkey.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.grid.EmptyState;
import dev.latchkey.component.grid.Pager;
import dev.latchkey.component.grid.RowFocus;
import dev.latchkey.component.page.AddressFilters;
import dev.latchkey.component.page.Page;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.invitation.ui.AddUserDialog;
import java.time.Clock;
import java.util.function.Predicate;

/** All users, with the information and actions for administrators; filters, sort order and page are in the URL. */
@Route("access-management/users")
public class UsersView extends Page implements AfterNavigationObserver {

    private final MemberDirectory members;
    private final UserFilters fields;
    private final UsersGrid grid;
    private final AddressFilters address = new AddressFilters(this, this::list);
    private final Pager pager = new Pager(UsersGrid.PAGE, address::turnTo);

    UsersView(CurrentSession session, MemberDirectory members, UserServices services, StepUpGate gate, Clock clock) {
        super("users.title");
        this.members = members;
        addClassName("work-page");
        setSizeFull();
        var actorId = session.user().getUserId();
        Predicate<Member> mayActOn = member -> member.isWithinReach(session::may);
        grid = new UsersGrid(
                members,
                new UserCells(
                        this,
                        new DeliveryLines(this, members::latestMailsTo),
                        new TwoFactorResetLink(this, actorId, services, gate, mayActOn, this::refresh),
                        new UserActions(this, actorId, services, gate, this::refresh),
                        clock),
                mayActOn);
        grid.setEmptyStateComponent(
                new EmptyState(getTranslation("users.empty"), getTranslation("users.show-all"), this::showEverybody));
        fields = new UserFilters(services.groups().all());
        fields.keepIn(address);
        address.addSort("sort", grid);
        address.addPages("page");
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
        var actions = new Div(add);
        actions.addClassName("page-actions");
        add(actions, fields, grid, pager);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address.read(event.getLocation());
        grid.scrollToStart();
    }

    private void showEverybody() {
        address.clear();
        fields.focusSearch();
    }

    private void list() {
        var filter = fields.chosen();
        var total = members.count(filter);
        grid.show(filter, pager.show(address.page(), total), total);
    }

    private void refresh() {
        list();
        RowFocus.keep(grid);
    }
}
