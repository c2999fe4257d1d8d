package dev.latchkey.component.grid;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.signals.Signal;
import java.util.List;

/** Reacts to the width of the browser's window, where CSS is not enough. */
public final class NarrowScreen {

    private static final int NARROW_BELOW_PIXELS = 1_024;

    private NarrowScreen() {}

    /**
     * Shows one set of columns on a narrow screen and another on any other, now and whenever the window's width changes.
     * Columns of neither set are always shown. Styles and tests read the grid's attribute {@code screen}: narrow or wide.
     */
    public static void swapColumns(Grid<?> grid, List<? extends Column<?>> narrow, List<? extends Column<?>> wide) {
        swapColumns(grid, narrow, wide, NARROW_BELOW_PIXELS);
    }

    /** Like {@link #swapColumns(Grid, List, List)}, for a grid that needs more width, in pixels. */
    public static void swapColumns(
            Grid<?> grid, List<? extends Column<?>> narrow, List<? extends Column<?>> wide, int narrowBelow) {
        var size = UI.getCurrentOrThrow().getPage().windowSizeSignal();
        var isNarrow = Signal.cached(size.map(now -> now.width() > 0 && now.width() < narrowBelow));
        Signal.effect(grid, () -> {
            narrow.forEach(column -> column.setVisible(isNarrow.get()));
            wide.forEach(column -> column.setVisible(!isNarrow.get()));
            grid.getElement().setAttribute("screen", isNarrow.get() ? "narrow" : "wide");
            grid.recalculateColumnWidths();
        });
    }

    /** Shows a column, which is in neither of those sets, only while the window has at least that width in pixels. */
    public static void showFrom(int pixels, Grid<?> grid, Column<?> column) {
        var size = UI.getCurrentOrThrow().getPage().windowSizeSignal();
        var isWide = Signal.cached(size.map(now -> now.width() == 0 || now.width() >= pixels));
        Signal.effect(grid, () -> {
            column.setVisible(isWide.get());
            grid.recalculateColumnWidths();
        });
    }
}
