package dev.latchkey.component;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/** Keyboard shortcuts of dialogs. */
public final class DialogKeys {

    private DialogKeys() {}

    /**
     * Makes Enter in that dialog click the button. It works only there: Flow puts a later dialog inside the previous one, and Enter
     * in it would click the buttons of both.
     */
    public static void submitByEnter(Dialog dialog, Button button) {
        button.addClickShortcut(Key.ENTER).listenOn(dialog);
    }
}
