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
 * Keeps the filters of a page in its URL, so that a link, a bookmark, a reload and the browser's back and forward buttons lead to
 * the same list. The page adds its filters, and calls {@link #read} after every navigation, which also fills the list. Unknown
 * values in a URL are ignored.
 */
public final class AddressFilters {

    /** The longest text accepted from a URL, in characters: that of an email address. */
    public static final int TEXT_LENGTH = 254;

    private static final String DESCENDING = "-";

    private final Component page;
    private final AddressHistory history;
    private final Runnable whenRead;
    private final Map<String, Supplier<String>> writers = new LinkedHashMap<>();
    private final Map<String, Consumer<String>> readers = new LinkedHashMap<>();
    private int number = 1;

    /**
     * Creates the filters of a page with a route.
     *
     * @param whenRead shows the list after all filters have been set
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
            // A space is not searched for, but not removed while somebody types
            if (!field.getValue().strip().equals(text)) {
                field.setValue(text);
            }
        });
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                number = 1;
                history.type(name, parameters(), whenRead);
            }
        });
    }

    /** Adds a choice of one item or none; a function gives the items their names in the URL. */
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
                choose(1);
            }
        });
    }

    /**
     * Adds a choice whose items have different parameters, such as {@code state=on} and {@code secret=expired}.
     *
     * @param names give an item its parameter and its name there
     */
    public <T> void addChoices(Select<T> field, List<T> items, Function<T, Map.Entry<String, String>> names) {
        var parameters =
                items.stream().map(names).map(Map.Entry::getKey).distinct().toList();
        parameters.forEach(parameter -> add(
                parameter,
                () -> field.getOptionalValue()
                        .map(names)
                        .filter(chosen -> chosen.getKey().equals(parameter))
                        .map(Map.Entry::getValue)
                        .orElse(""),
                text -> {
                    var first = parameter.equals(parameters.getFirst());
                    items.stream()
                            .filter(item -> names.apply(item).equals(Map.entry(parameter, text)))
                            .findFirst()
                            .ifPresentOrElse(field::setValue, first ? field::clear : () -> {});
                }));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(1);
            }
        });
    }

    /** Adds the number of the page that is shown, from 1; every other choice leads to the first. */
    public void addPages(String name) {
        add(name, () -> number > 1 ? Integer.toString(number) : "", text -> number = number(text));
    }

    /** The number of the page to show, from 1; there may be fewer. */
    public int page() {
        return number;
    }

    /** Navigates to that page of the same list. */
    public void turnTo(int page) {
        choose(page);
    }

    /** Adds the sort order of a grid, for its columns with a key. */
    public <T> void addSort(String name, Grid<T> grid) {
        add(name, () -> written(grid.getSortOrder()), text -> grid.sort(order(grid, text)));
        grid.addSortListener(sort -> {
            if (sort.isFromClient()) {
                choose(1);
            }
        });
    }

    /** Sets every filter from the URL, or to nothing. */
    public void read(Location location) {
        var parameters = location.getQueryParameters();
        history.arrived();
        readers.forEach((name, reader) -> {
            var text = parameters.getSingleParameter(name).orElse("");
            reader.accept(ShortText.cut(text, TEXT_LENGTH));
        });
        whenRead.run();
    }

    /** Clears all filters. */
    public void clear() {
        page.getUI().orElseThrow().navigate(page.getClass());
    }

    private void add(String name, Supplier<String> writer, Consumer<String> reader) {
        writers.put(name, writer);
        readers.put(name, reader);
    }

    private void choose(int page) {
        number = page;
        history.choose(parameters());
    }

    private static int number(String text) {
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** The filters as they are in the URL. */
    public QueryParameters parameters() {
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
