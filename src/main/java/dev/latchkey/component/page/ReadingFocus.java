package dev.latchkey.component.page;

import com.vaadin.flow.component.Component;

/** Focuses the text to read if the focused component is gone: keys and the cursor of a screen reader continue from there. */
public final class ReadingFocus {

    private ReadingFocus() {}

    /** Sets the focus as soon as the browser has rendered the current state. */
    public static void put(Component text) {
        // Focusable by scripts, but not with the Tab key
        text.getElement().setAttribute("tabindex", "-1");
        text.getElement().callJsFunction("focus");
    }
}
