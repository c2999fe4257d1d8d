package dev.latchkey.ui.users;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import dev.latchkey.common.text.Isolation;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.component.StatusBadge;
import dev.latchkey.component.Times;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.MemberOrder;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.ui.UserLink;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The users that match a filter, read from the database a page at a time. */
class UsersGrid extends Grid<Member> {

    private final MemberDirectory members;
    private final DeliveryLines deliveries;
    private final ConfigurableFilterDataProvider<Member, Void, MemberFilter> matching;

    UsersGrid(MemberDirectory members, TwoFactorResetLink reset, UserActions actions) {
        ComponentI18n.in(this);
        this.members = members;
        deliveries = new DeliveryLines(this, members::latestMailsTo);
        matching = DataProvider.<Member, MemberFilter>fromFilteringCallbacks(
                        this::page, query -> members.count(query.getFilter().orElse(MemberFilter.ALL)))
                .withConfigurableFilter();
        addComponentColumn(this::name)
                .setHeader(getTranslation("users.name"))
                .setSortProperty(MemberOrder.NAME.name())
                .setKey("name")
                .setWidth("7.5rem");
        addColumn(Member::email)
                .setHeader(getTranslation("users.email"))
                .setSortProperty(MemberOrder.EMAIL.name())
                .setKey("email")
                .setWidth("13rem")
                .setFlexGrow(2);
        addComponentColumn(member -> MemberBadges.status(this, member))
                .setHeader(getTranslation("users.status"))
                .setWidth("8rem");
        addColumn(member -> Isolation.ofEach(member.groups()))
                .setHeader(getTranslation("users.groups"))
                .setWidth("8rem");
        addComponentColumn(this::state)
                .setHeader(getTranslation("users.state"))
                .setSortProperty(MemberOrder.STATE.name())
                .setKey("state")
                .setWidth("8rem");
        addColumn(this::lastSignIn)
                .setHeader(getTranslation("users.last-sign-in"))
                .setSortProperty(MemberOrder.LAST_SIGN_IN.name())
                .setKey("last-login")
                .setWidth("7.5rem");
        getColumns().forEach(column -> column.setResizable(true));
        addComponentColumn(reset::of).setHeader(getTranslation("grid.actions")).setWidth("9rem");
        var wide = List.copyOf(getColumns());
        var cards = addComponentColumn(member -> card(member, reset)).setHeader(getTranslation("users.title"));
        addComponentColumn(actions::menu)
                .setHeader(getTranslation("users.more-actions"))
                .setWidth("4.5rem")
                .setFlexGrow(0);
        NarrowScreen.swapColumns(this, List.of(cards), wide);
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        setAriaLabel(getTranslation("users.title"));
        setDataProvider(matching);
        setSizeFull();
    }

    /** Lists only those. */
    void show(MemberFilter filter) {
        matching.setFilter(filter);
    }

    private Optional<StatusBadge> addressBadge(Member member) {
        return Optional.ofNullable(member.addressProblem())
                .map(problem -> new StatusBadge(StatusBadge.Kind.BAD, getTranslation(problem.messageKey())));
    }

    /** Whether a code is required, and the delivery of the mail for it. */
    private RowCard state(Member member) {
        var state = new RowCard(MemberBadges.twoFactor(this, member.state()));
        addressBadge(member).ifPresent(state::add);
        state.add(deliveries.line(member.id()));
        return state;
    }

    private RowCard card(Member member, TwoFactorResetLink reset) {
        var card =
                new RowCard(name(member)).line(member.email()).line("users.groups", Isolation.ofEach(member.groups()));
        card.add(MemberBadges.status(this, member), MemberBadges.twoFactor(this, member.state()));
        addressBadge(member).ifPresent(card::add);
        card.line("users.last-sign-in", lastSignIn(member));
        card.add(deliveries.line(member.id(), "users.delivery"), reset.of(member));
        return card;
    }

    private Stream<Member> page(Query<Member, MemberFilter> query) {
        var sort = query.getSortOrders().stream().findFirst();
        var page = members.page(
                query.getFilter().orElse(MemberFilter.ALL),
                sort.map(order -> MemberOrder.valueOf(order.getSorted())).orElse(MemberOrder.NAME),
                sort.filter(order -> order.getDirection() == SortDirection.DESCENDING)
                        .isPresent(),
                query.getOffset(),
                query.getLimit());
        deliveries.lookUp(page.stream().map(Member::id).toList());
        return page.stream();
    }

    private UserLink name(Member member) {
        return new UserLink(member.id(), member.displayName());
    }

    private String lastSignIn(Member member) {
        var at = member.lastSignInAt();
        if (at != null) {
            return Times.text(UI.getCurrent(), at);
        }
        return member.status() == UserStatus.INVITED ? "" : getTranslation("users.never");
    }
}
