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
import dev.latchkey.twofactor.bulk.BulkOrders;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.transfer.ui.ImportView;
import dev.latchkey.ui.users.bulk.BulkBar;
import dev.latchkey.ui.users.bulk.BulkDesk;
import dev.latchkey.ui.users.bulk.BulkProgressPanel;
import dev.latchkey.ui.users.bulk.UserSelection;
import dev.latchkey.ui.users.delivery.DeliveryLines;
import dev.latchkey.ui.users.delivery.MailRetry;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.invitation.ui.AddUserDialog;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** All users, with the information and actions for administrators; filters, sort order and page are in the URL. */
@Route("access-management/users")
public class UsersView extends Page implements AfterNavigationObserver {

    private final MemberDirectory members;
    private final UserFilters fields;
    private final UsersGrid grid;
    private final AddressFilters address = new AddressFilters(this, this::list);
    private final Pager pager = new Pager(UsersGrid.PAGE, address::turnTo);
    private final UserExportForm export = new UserExportForm();
    private final UserSelection selection;
    private final BulkBar bulk;
    private final BulkProgressPanel progress;

    UsersView(
            CurrentSession session,
            MemberDirectory members,
            UserServices services,
            BulkOrders orders,
            StepUpGate gate,
            Clock clock) {
        super("users.title");
        this.members = members;
        addClassName("work-page");
        setSizeFull();
        var actorId = session.user().getUserId();
        Predicate<Member> mayActOn = member -> member.isWithinReach(session::may);
        selection = new UserSelection(this::idsOnPage, getTranslation("bulk.select-page"));
        progress = new BulkProgressPanel(actorId, orders, this::list);
        var desk = new BulkDesk(actorId, orders, services.groups(), services.reset(), gate, this::ordered);
        bulk = new BulkBar(selection, action -> desk.ask(action, this::selected), this::exportSelected);
        grid = new UsersGrid(
                members,
                new UserCells(
                        this,
                        new DeliveryLines(
                                this,
                                new MailRetry(actorId, services.mails(), gate, mayActOn, this::refresh),
                                members::latestMailsTo),
                        new TwoFactorResetLink(this, actorId, services, gate, mayActOn, this::refresh),
                        new UserActions(this, actorId, services, gate, this::refresh),
                        selection,
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
        var importing = new Button(
                getTranslation("users.import"), click -> getUI().ifPresent(ui -> ui.navigate(ImportView.class)));
        export.add(new Button(getTranslation("users.export"), click -> export.export(fields.chosen())));
        var actions = new Div(importing, export, add);
        actions.addClassName("page-actions");
        var foot = new Div(bulk, pager);
        foot.addClassName("list-foot");
        add(actions, fields, progress, grid, foot);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address.read(event.getLocation());
        selection.startOver();
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
        getUI().ifPresent(new UsersAddress(address.parameters())::rememberIn);
        bulk.setTotal(total);
    }

    private List<Long> idsOnPage() {
        return grid.ids();
    }

    private Collection<Long> selected() {
        return selection.isEverybody() ? members.ids(fields.chosen()) : selection.ids();
    }

    private void exportSelected() {
        if (selection.isEverybody()) {
            export.export(fields.chosen());
        } else {
            export.export(selection.ids());
        }
    }

    private void ordered() {
        selection.clear();
        progress.refresh();
        progress.focusSummary();
    }

    private void refresh() {
        list();
        RowFocus.keep(grid);
    }
}
