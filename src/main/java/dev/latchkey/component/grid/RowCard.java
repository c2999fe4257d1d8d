package dev.latchkey.component.grid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.latchkey.component.Isolated;

/** Lines in one cell of a grid; the whole row on screens without room for columns. */
public final class RowCard extends Div {

    /** Creates a card with the row's title. */
    public RowCard(String title) {
        this(part("row-title", title));
    }

    /** Creates a card that begins with that component. */
    public RowCard(Component first) {
        super(first);
        addClassName("row-card");
    }

    /** Adds a line of secondary text; nothing if there is no text. */
    public RowCard line(String text) {
        if (!text.isEmpty()) {
            add(part("row-line", text));
        }
        return this;
    }

    /** Adds a line labelled with the header of its column; nothing if there is no text. */
    public RowCard line(String headerKey, String text) {
        return text.isEmpty() ? this : line(getTranslation("grid.line", getTranslation(headerKey), text));
    }

    private static Isolated part(String className, String text) {
        var part = new Isolated(text);
        part.addClassName(className);
        return part;
    }
}
