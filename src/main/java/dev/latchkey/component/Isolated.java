package dev.latchkey.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A text that somebody has chosen, such as a name: its direction is its own and turns nothing around it. */
@Tag("bdi")
public final class Isolated extends HtmlContainer {

    /** Shows the text. */
    public Isolated(String text) {
        setText(text);
    }
}
