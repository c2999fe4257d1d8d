package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.latchkey.component.Isolated;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.twofactor.coverage.GroupCoverage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The coverage of each user group. */
class GroupsPanel extends Composite<Section> {

    private final UsersLinks links;

    GroupsPanel(List<GroupCoverage> groups, UsersLinks links) {
        this.links = links;
        var grid = new Grid<GroupCoverage>();
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("overview.group"))
                .setFlexGrow(3);
        number(grid, "overview.active", this::active);
        number(grid, "overview.protected", this::protectedUsers);
        number(grid, "overview.not-set-up", this::notSetUp);
        number(grid, "overview.part", group -> new Text(getTranslation("overview.percent", group.percent())));
        var wide = List.copyOf(grid.getColumns());
        var cards = grid.addComponentColumn(this::card).setHeader(getTranslation("overview.by-group"));
        NarrowScreen.swapColumns(grid, List.of(cards), wide);
        grid.setAriaLabel(getTranslation("overview.by-group"));
        grid.setItems(groups);
        grid.setAllRowsVisible(groups.size() <= 12);
        getContent().addClassName("wide");
        getContent().add(new H2(getTranslation("overview.by-group")), grid);
    }

    private void number(
            Grid<GroupCoverage> grid,
            String headerKey,
            com.vaadin.flow.function.ValueProvider<GroupCoverage, Component> cell) {
        grid.addComponentColumn(cell)
                .setHeader(getTranslation(headerKey))
                .setWidth("8rem")
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
    }

    private Component name(GroupCoverage group) {
        return links.to(filter(group, Map.of()), new Isolated(group.name()));
    }

    private Component active(GroupCoverage group) {
        return links.to(filter(group, UsersLinks.ACTIVE), number(group.active()));
    }

    private Component protectedUsers(GroupCoverage group) {
        return links.to(filter(group, UsersLinks.PROTECTED), number(group.protectedUsers()));
    }

    private Component notSetUp(GroupCoverage group) {
        return links.to(filter(group, UsersLinks.NOT_SET_UP), number(group.notSetUp()));
    }

    private Text number(int number) {
        return new Text(getTranslation("overview.number", number));
    }

    private static Map<String, String> filter(GroupCoverage group, Map<String, String> more) {
        var filter = new HashMap<>(more);
        filter.put("group", Long.toString(group.groupId()));
        return filter;
    }

    private RowCard card(GroupCoverage group) {
        return new RowCard(name(group))
                .line(getTranslation("overview.of-active", group.protectedUsers(), group.active()))
                .line("overview.not-set-up", getTranslation("overview.number", group.notSetUp()));
    }
}
