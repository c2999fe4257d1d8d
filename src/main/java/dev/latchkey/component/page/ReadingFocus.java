package dev.latchkey.component.page;

import com.vaadin.flow.component.Component;

/** Puts the focus on what is there to be read, where what had it is gone: keys and the cursor of a screen reader go on from there. */
public final class ReadingFocus {

    private ReadingFocus() {}

    /** Puts it there as soon as the browser has what the server shows now. */
    public static void put(Component text) {
        // Takes it from scripts, and is no stop of the Tab key
        text.getElement().setAttribute("tabindex", "-1");
        text.getElement().callJsFunction("focus");
    }
}
