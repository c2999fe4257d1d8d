package dev.latchkey.component.grid;

import com.vaadin.flow.component.grid.Grid;

/** Keeps the focus in a grid whose rows are rendered again after an action on one of them. */
public final class RowFocus {

    // The clicked button is gone with its row's old content, and the grid still waits for keys inside it. The arrow
    // keys continue
    // from its cell
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

    /** Returns the focus to the cell that had it, if it gets lost within the next moments. */
    public static void keep(Grid<?> grid) {
        grid.getElement().executeJs(KEEP);
    }
}
