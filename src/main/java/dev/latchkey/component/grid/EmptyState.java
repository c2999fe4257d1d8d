package dev.latchkey.component.grid;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Shown instead of rows when there are none: a sentence, and possibly an action. */
public final class EmptyState extends Div {

    /** Shows a sentence, already in the reader's language. */
    public EmptyState(String sentence) {
        super(new Paragraph(sentence));
        addClassName("empty-state");
    }

    /** Adds an action. */
    public EmptyState(String sentence, String label, Runnable action) {
        this(sentence);
        add(new Button(label, click -> action.run()));
    }
}
