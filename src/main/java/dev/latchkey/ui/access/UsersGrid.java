package dev.latchkey.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import dev.latchkey.component.Times;
import dev.latchkey.twofactor.Member;
import dev.latchkey.twofactor.MemberDirectory;
import dev.latchkey.twofactor.MemberFilter;
import dev.latchkey.twofactor.MemberOrder;
import dev.latchkey.twofactor.TwoFactorState;
import dev.latchkey.user.UserStatus;
import java.util.Objects;
import java.util.stream.Stream;

/** The users that match a filter, read from the database a page at a time. */
class UsersGrid extends Grid<Member> {

    private final MemberDirectory members;
    private final ConfigurableFilterDataProvider<Member, Void, MemberFilter> matching;

    UsersGrid(MemberDirectory members, UserDeeds deeds) {
        this.members = members;
        matching = DataProvider.<Member, MemberFilter>fromFilteringCallbacks(
                        this::page, query -> members.count(query.getFilter().orElse(MemberFilter.ALL)))
                .withConfigurableFilter();
        addColumn(this::name)
                .setHeader(getTranslation("users.name"))
                .setSortProperty(MemberOrder.NAME.name())
                .setTooltipGenerator(this::name);
        addColumn(Member::email)
                .setHeader(getTranslation("users.email"))
                .setSortProperty(MemberOrder.EMAIL.name())
                .setTooltipGenerator(Member::email);
        addColumn(Member::groups).setHeader(getTranslation("users.groups")).setTooltipGenerator(Member::groups);
        addColumn(member -> words(this, member.state()))
                .setHeader(getTranslation("users.state"))
                .setTooltipGenerator(member -> words(this, member.state()))
                .setSortProperty(MemberOrder.STATE.name());
        addColumn(this::lastSignIn)
                .setHeader(getTranslation("users.last-sign-in"))
                .setTooltipGenerator(this::lastSignIn)
                .setSortProperty(MemberOrder.LAST_SIGN_IN.name());
        addColumn(this::delivery).setHeader(getTranslation("users.delivery")).setTooltipGenerator(this::delivery);
        getColumns().forEach(column -> column.setResizable(true).setWidth("6rem"));
        addComponentColumn(deeds::resetLink).setWidth("16rem").setFlexGrow(0);
        addComponentColumn(deeds::menu).setWidth("5rem").setFlexGrow(0);
        setDataProvider(matching);
        setEmptyStateText(getTranslation("users.empty"));
        setSizeFull();
    }

    /** Lists those alone. */
    void show(MemberFilter filter) {
        matching.setFilter(filter);
    }

    static String words(Component view, TwoFactorState state) {
        return view.getTranslation(
                switch (state) {
                    case ON -> "users.state.on";
                    case WAITING -> "users.state.waiting";
                    case OFF -> "users.state.off";
                });
    }

    private Stream<Member> page(Query<Member, MemberFilter> query) {
        var sort = query.getSortOrders().stream().findFirst();
        return members
                .page(
                        query.getFilter().orElse(MemberFilter.ALL),
                        sort.map(order -> MemberOrder.valueOf(order.getSorted()))
                                .orElse(MemberOrder.NAME),
                        sort.filter(order -> order.getDirection() == SortDirection.DESCENDING)
                                .isPresent(),
                        query.getOffset(),
                        query.getLimit())
                .stream();
    }

    private String name(Member member) {
        return switch (member.status()) {
            case INVITED -> getTranslation("users.not-registered");
            case ACTIVE -> member.name();
            case DISABLED -> getTranslation("users.disabled", member.name());
        };
    }

    private String lastSignIn(Member member) {
        var at = member.lastSignInAt();
        if (at != null) {
            return Times.text(UI.getCurrent(), at);
        }
        return member.status() == UserStatus.INVITED ? "" : getTranslation("users.never");
    }

    private String delivery(Member member) {
        var status = member.mailStatus();
        if (status == null) {
            return "";
        }
        var at = Times.text(UI.getCurrent(), Objects.requireNonNull(member.mailAt()));
        var failure = Objects.requireNonNullElse(member.mailFailure(), "");
        return switch (status) {
            case SENT -> getTranslation("users.mail.sent", at);
            case FAILED -> getTranslation("users.mail.failed", failure);
            case WAITING ->
                failure.isEmpty() ? getTranslation("users.mail.waiting") : getTranslation("users.mail.again", failure);
            case SUPERSEDED -> "";
        };
    }
}
