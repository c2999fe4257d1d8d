package dev.latchkey.ui.users;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.WorkTable;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.MemberOrder;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A page of the users that match a filter. */
class UsersGrid extends Grid<Member> {

    /** How many users a page has. */
    static final int PAGE = 50;

    private static final int CARDS_BELOW_PIXELS = 1_180;

    /** On a smaller screen, the groups are on the page of the user; the address needs the room. */
    private static final int GROUPS_FROM_PIXELS = 1_440;

    private final MemberDirectory members;
    private final UserCells cells;
    private MemberFilter filter = MemberFilter.ALL;
    private int offset;
    private int rows;

    UsersGrid(MemberDirectory members, UserCells cells, Predicate<Member> mayActOn) {
        ComponentI18n.in(this);
        this.members = members;
        this.cells = cells;
        addColumns();
        var groups = getColumnByKey("groups");
        var wide = getColumns().stream().filter(column -> column != groups).toList();
        var boxes = addComponentColumn(cells::box)
                .setKey("select")
                .setWidth("2.75rem")
                .setFlexGrow(0);
        var cards = addComponentColumn(cells::card).setHeader(getTranslation("users.title"));
        addComponentColumn(cells::menu)
                .setHeader(getTranslation("users.more-actions"))
                .setWidth("3.75rem")
                .setFlexGrow(0);
        setColumnOrder(Stream.concat(Stream.of(boxes), getColumns().stream().filter(column -> column != boxes))
                .toList());
        boxes.setHeader(cells.selection().pageBox());
        WorkTable.of(this);
        NarrowScreen.swapColumns(this, List.of(cards), wide, CARDS_BELOW_PIXELS);
        NarrowScreen.showFrom(GROUPS_FROM_PIXELS, this, groups);
        setPartNameGenerator(member -> mayActOn.test(member) ? null : "beyond-reach");
        setPageSize(PAGE);
        setAriaLabel(getTranslation("users.title"));
        setDataProvider(new CallbackDataProvider<>(this::page, query -> rows, Member::id));
        setSizeFull();
    }

    /**
     * Lists only those.
     *
     * @param page which part of them, from 1
     * @param total how many there are in all
     */
    void show(MemberFilter filter, int page, int total) {
        this.filter = filter;
        offset = (page - 1) * PAGE;
        rows = Math.clamp(total - offset, 0, PAGE);
        getDataProvider().refreshAll();
        // A state of other words needs other room
        recalculateColumnWidths();
    }

    /** The users of the page that is shown, in its order. */
    List<Long> ids() {
        return members(0, PAGE).stream().map(Member::id).toList();
    }

    private void addColumns() {
        addComponentColumn(cells::name)
                .setTooltipGenerator(cells::nameWords)
                .setHeader(getTranslation("users.name"))
                .setSortProperty(MemberOrder.NAME.name())
                .setKey("name")
                .setWidth("7.5rem")
                .setFlexGrow(3);
        addComponentColumn(cells::email)
                .setTooltipGenerator(cells::emailWords)
                .setHeader(getTranslation("users.email"))
                .setSortProperty(MemberOrder.EMAIL.name())
                .setKey("email")
                .setWidth("11rem")
                .setFlexGrow(4);
        addComponentColumn(cells::status)
                .setTooltipGenerator(cells::statusWords)
                .setHeader(getTranslation("users.status"))
                .setSortProperty(MemberOrder.STATUS.name())
                .setKey("status")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(UserCells::groups)
                .setTooltipGenerator(UserCells::groups)
                .setHeader(getTranslation("users.groups"))
                .setKey("groups")
                .setWidth("5rem")
                .setFlexGrow(3);
        addComponentColumn(cells::twoFactor)
                .setHeader(getTranslation("users.state"))
                .setSortProperty(MemberOrder.STATE.name())
                .setKey("state")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(cells::lastLogin)
                .setTooltipGenerator(cells::lastLoginExactly)
                .setHeader(getTranslation("users.last-sign-in"))
                .setSortProperty(MemberOrder.LAST_SIGN_IN.name())
                .setKey("last-login")
                .setWidth("8rem")
                .setFlexGrow(0);
        addComponentColumn(cells::reset)
                .setTooltipGenerator(cells::resetReason)
                .setHeader(getTranslation("grid.actions"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Stream<Member> page(Query<Member, Void> query) {
        var page = members(query.getOffset(), query.getLimit());
        cells.lookUp(page);
        return page.stream();
    }

    private List<Member> members(int from, int limit) {
        var sort = getSortOrder().stream().findFirst();
        return members.page(
                filter,
                sort.flatMap(order -> order.getSorted()
                                .getSortOrder(order.getDirection())
                                .findFirst())
                        .map(order -> MemberOrder.valueOf(order.getSorted()))
                        .orElse(MemberOrder.NAME),
                sort.filter(order -> order.getDirection() == SortDirection.DESCENDING)
                        .isPresent(),
                offset + from,
                Math.min(limit, PAGE - from));
    }
}
