package dev.latchkey.support;

import com.github.mvysny.kaributesting.v10.ContextMenuKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a grid, drawn when it is looked at. */
public final class Row {

    private final Grid<Object> grid;
    private final Object item;

    private Row(Grid<Object> grid, Object item) {
        this.grid = grid;
        this.item = item;
    }

    @SuppressWarnings("unchecked")
    static List<Row> of(Grid<?> grid) {
        var rows = (Grid<Object>) grid;
        return GridKt._findAll(rows).stream().map(item -> new Row(rows, item)).toList();
    }

    /** What the cell under the header of that key says. */
    public String cell(String headerKey) {
        return cell(column(headerKey));
    }

    /** What the cell under the header of that key holds, where it holds more than words. */
    public Component part(String headerKey) {
        return draw(column(headerKey));
    }

    /** What the tooltip of the cell under the header of that key says. */
    public String tooltip(String headerKey) {
        return column(headerKey).getTooltipGenerator().apply(item);
    }

    /** The name by which styles know the row; null for a row like any other. */
    public @Nullable String partName() {
        return grid.getPartNameGenerator().apply(item);
    }

    /** Presses the button in the row whose words have that key. */
    public void press(String headerKey, String key) {
        Screen.press(Screen.button(part(headerKey), key));
    }

    /** What the menu in the row offers. */
    public List<String> menu(String headerKey) {
        return items(headerKey).stream().map(MenuItem::getText).toList();
    }

    /** Chooses from the menu in the row what has words of that key. */
    public void choose(String headerKey, String key) {
        var chosen = items(headerKey).stream()
                .filter(offered -> Screen.text(key).equals(offered.getText()))
                .findFirst()
                .orElseThrow();
        Screen.act(() -> ContextMenuKt._click(chosen));
    }

    /** Whether any cell says that. */
    boolean says(String words) {
        return grid.getColumns().stream()
                .filter(Component::isVisible)
                .anyMatch(column -> cell(column).contains(words));
    }

    private List<MenuItem> items(String headerKey) {
        var button = (Button) part(headerKey);
        UI.getCurrent().getElement().appendVirtualChild(button.getElement());
        return Screen.menu(button);
    }

    /** Ticks the box that selects the row. */
    public void select() {
        Screen.enter((Checkbox) draw(grid.getColumnByKey("select")), true);
    }

    private Grid.Column<Object> column(String headerKey) {
        return GridKt._getColumnByHeader(grid, Screen.text(headerKey));
    }

    private String cell(Grid.Column<Object> column) {
        return column.getRenderer() instanceof ComponentRenderer<?, ?>
                ? Screen.shownIn(draw(column))
                : GridKt._getFormatted(column, item);
    }

    @SuppressWarnings("unchecked")
    private Component draw(Grid.Column<Object> column) {
        return ((ComponentRenderer<Component, Object>) column.getRenderer()).createComponent(item);
    }
}
