package dev.latchkey.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A user-chosen text, such as a name: its direction is isolated and does not affect the text around it. */
@Tag("bdi")
public final class Isolated extends HtmlContainer {

    /** Shows the text. */
    public Isolated(String text) {
        setText(text);
    }
}
