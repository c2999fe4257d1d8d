package dev.latchkey.component.grid;

import com.vaadin.flow.component.grid.Grid;

/** Keeps the focus in a grid whose rows are drawn anew after a action on one of them. */
public final class RowFocus {

    // The button that was clicked is gone with its row's old content, and the grid still waits for keys inside it. Its
    // cell is where the arrow keys go on from
    private static final String KEEP = """
            let frames = 240;
            const watch = () => {
              if (document.activeElement === document.body) {
                (this._itemsFocusable ?? this.shadowRoot.querySelector('#items td'))?.focus();
              } else if (--frames > 0) {
                requestAnimationFrame(watch);
              }
            };
            watch();
            """;

    private RowFocus() {}

    /** Brings the focus back to the cell that had it, should it get lost within the next moments. */
    public static void keep(Grid<?> grid) {
        grid.getElement().executeJs(KEEP);
    }
}
