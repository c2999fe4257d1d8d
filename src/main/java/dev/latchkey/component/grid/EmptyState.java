package dev.latchkey.component.grid;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands in the place of rows when there are none: a sentence, and where it helps a action. */
public final class EmptyState extends Div {

    /** Says a sentence, already in the reader's language. */
    public EmptyState(String sentence) {
        super(new Paragraph(sentence));
        addClassName("empty-state");
    }

    /** Offers a way out. */
    public EmptyState(String sentence, String label, Runnable action) {
        this(sentence);
        add(new Button(label, click -> action.run()));
    }
}
