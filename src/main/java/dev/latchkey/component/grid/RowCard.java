package dev.latchkey.component.grid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.latchkey.component.Isolated;

/** What stands below each other in one cell of a grid; the whole row, where the screen has no room for columns. */
public final class RowCard extends Div {

    /** Makes a card with what the row is known by. */
    public RowCard(String title) {
        this(part("row-title", title));
    }

    /** Makes a card that begins with that. */
    public RowCard(Component first) {
        super(first);
        addClassName("row-card");
    }

    /** Adds a line of quieter text; nothing, where there is no text. */
    public RowCard line(String text) {
        if (!text.isEmpty()) {
            add(part("row-line", text));
        }
        return this;
    }

    /** Adds a line that says by the header of its column what it is; nothing, where there is no text. */
    public RowCard line(String headerKey, String text) {
        return text.isEmpty() ? this : line(getTranslation("grid.line", getTranslation(headerKey), text));
    }

    private static Isolated part(String className, String text) {
        var part = new Isolated(text);
        part.addClassName(className);
        return part;
    }
}
