package dev.latchkey.component.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.latchkey.common.text.ShortText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps the filters of a page in its address, so that a link, a bookmark, a reload and the browser's arrows lead to the same
 * list. The page adds its filters, and calls {@link #read} after every navigation; that is what fills the list, too. What an
 * address says that no filter knows is passed over.
 */
public final class AddressFilters {

    /** The longest text taken from an address, in characters: that of an email address. */
    public static final int TEXT_LENGTH = 254;

    private static final String DESCENDING = "-";

    private final Component page;
    private final AddressHistory history;
    private final Runnable whenRead;
    private final Map<String, Supplier<String>> writers = new LinkedHashMap<>();
    private final Map<String, Consumer<String>> readers = new LinkedHashMap<>();

    /**
     * Makes it for a page that has a route.
     *
     * @param whenRead shows what the filters, all set by then, let through
     */
    public AddressFilters(Component page, Runnable whenRead) {
        this.page = page;
        this.history = new AddressHistory(page);
        this.whenRead = whenRead;
    }

    /** Adds a field for free text. */
    public void addText(String name, TextField field) {
        field.setMaxLength(TEXT_LENGTH);
        add(name, () -> field.getValue().strip(), text -> {
            // A blank is nothing to look for, but not lost while somebody types on
            if (!field.getValue().strip().equals(text)) {
                field.setValue(text);
            }
        });
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                history.type(name, parameters(), whenRead);
            }
        });
    }

    /** Adds a choice of one item or none, which the address gives the names that a function makes of them. */
    public <T> void addChoice(String name, Select<T> field, List<T> items, Function<T, String> names) {
        add(
                name,
                () -> field.getOptionalValue().map(names).orElse(""),
                text -> field.setValue(items.stream()
                        .filter(item -> names.apply(item).equals(text))
                        .findFirst()
                        .orElse(null)));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                history.choose(parameters());
            }
        });
    }

    /** Adds what a grid is sorted by; of its columns those that have a key. */
    public <T> void addSort(String name, Grid<T> grid) {
        add(name, () -> written(grid.getSortOrder()), text -> grid.sort(order(grid, text)));
        grid.addSortListener(sort -> {
            if (sort.isFromClient()) {
                history.choose(parameters());
            }
        });
    }

    /** Sets every filter to what the address says, or to nothing. */
    public void read(Location location) {
        var parameters = location.getQueryParameters();
        history.arrived();
        readers.forEach((name, reader) -> {
            var text = parameters.getSingleParameter(name).orElse("");
            reader.accept(ShortText.cut(text, TEXT_LENGTH));
        });
        whenRead.run();
    }

    /** Lets everything through. */
    public void clear() {
        page.getUI().orElseThrow().navigate(page.getClass());
    }

    private void add(String name, Supplier<String> writer, Consumer<String> reader) {
        writers.put(name, writer);
        readers.put(name, reader);
    }

    private QueryParameters parameters() {
        var set = new LinkedHashMap<String, String>();
        writers.forEach((name, writer) -> {
            if (!writer.get().isEmpty()) {
                set.put(name, writer.get());
            }
        });
        return QueryParameters.simple(set);
    }

    private static <T> String written(List<GridSortOrder<T>> orders) {
        return orders.stream()
                .findFirst()
                .map(order -> (order.getDirection() == SortDirection.DESCENDING ? DESCENDING : "")
                        + Objects.requireNonNull(order.getSorted().getKey()))
                .orElse("");
    }

    private static <T> List<GridSortOrder<T>> order(Grid<T> grid, String text) {
        var descending = text.startsWith(DESCENDING);
        var column = grid.getColumnByKey(descending ? text.substring(1) : text);
        if (column == null || !column.isSortable()) {
            return List.of();
        }
        return List.of(new GridSortOrder<>(column, descending ? SortDirection.DESCENDING : SortDirection.ASCENDING));
    }
}
