package dev.latchkey.component.grid;

import com.vaadin.flow.component.grid.Grid;

/** A table with one line a row: what has no room ends with an ellipsis, and a tooltip shows all of it. */
public final class WorkTable {

    // A tooltip that repeats what can be read is in the way
    private static final String ONLY_WHERE_IT_TELLS_MORE = """
            const cut = element => element.scrollWidth > element.clientWidth && element.clientWidth > 0;
            const tooltip = this.querySelector('vaadin-tooltip[slot="tooltip"]');
            if (tooltip) {
              tooltip.shouldShow = (cell, context) => {
                const content = cell._content ?? cell;
                const text = tooltip.generator?.(context) ?? '';
                return text.trim() !== '' && (text.trim() !== content.innerText.trim() || cut(content)
                  || [...content.querySelectorAll('*')].some(cut));
              };
            }
            """;

    private WorkTable() {}

    /** Makes one of the grid; its columns have their tooltips already ({@link Grid.Column#setTooltipGenerator}). */
    public static void of(Grid<?> grid) {
        grid.addClassName("work-table");
        grid.getColumns().forEach(column -> column.setResizable(true));
        grid.addAttachListener(attached -> grid.getElement().executeJs(ONLY_WHERE_IT_TELLS_MORE));
    }
}
