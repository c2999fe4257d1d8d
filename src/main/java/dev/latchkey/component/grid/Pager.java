package dev.latchkey.component.grid;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.function.IntConsumer;

/** Turns the pages of a long list, and says which part of it is shown. */
public final class Pager extends Nav {

    private final int size;
    private final Span part = new Span();
    private final Button previous;
    private final Button next;
    private int page = 1;

    /**
     * Creates a pager.
     *
     * @param size how many rows a page has
     * @param turn is called with the number of the page to show, from 1
     */
    public Pager(int size, IntConsumer turn) {
        this.size = size;
        addClassName("pager");
        setAriaLabel(getTranslation("pager.title"));
        part.getElement().setAttribute("role", "status");
        previous = button("pager.previous", () -> turn.accept(page - 1));
        next = button("pager.next", () -> turn.accept(page + 1));
        add(part, previous, next);
    }

    /** Shows that page; returns the last one if there are not so many. */
    public int show(int wanted, int rows) {
        var last = Math.max(1, Math.ceilDiv(rows, size));
        page = Math.clamp(wanted, 1, last);
        part.setText(
                rows == 0
                        ? ""
                        : getTranslation("pager.part", (page - 1) * size + 1, Math.min(page * size, rows), rows));
        previous.setEnabled(page > 1);
        next.setEnabled(page < last);
        previous.setVisible(last > 1);
        next.setVisible(last > 1);
        return page;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(getTranslation(key), click -> {
            action.run();
            keepFocus(click.getSource());
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** A button that has just been disabled cannot keep it. */
    private void keepFocus(Button pressed) {
        if (!pressed.isEnabled()) {
            (pressed == next ? previous : next).focus();
        }
    }
}
