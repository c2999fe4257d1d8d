package dev.latchkey.component;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/** Keys that a dialog hears. */
public final class DialogKeys {

    private DialogKeys() {}

    /**
     * Has Enter in that dialog press the button. It is heard there alone: Flow puts a dialog that opens later inside the one before, and
     * what is typed there would press the buttons of both.
     */
    public static void submitByEnter(Dialog dialog, Button button) {
        button.addClickShortcut(Key.ENTER).listenOn(dialog);
    }
}
