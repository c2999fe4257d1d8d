package dev.latchkey.component.form;

import com.vaadin.flow.component.textfield.TextField;

/** The keyboard of numbers that a phone shows for a field. */
public final class NumericKeyboard {

    private NumericKeyboard() {}

    /** Has a phone show it for that field. */
    public static void on(TextField field) {
        // For the styles; Vaadin does not hand it on to what the phone asks
        field.getElement().setAttribute("inputmode", "numeric");
        field.getElement().executeJs("this.inputElement.inputMode = 'numeric'");
    }
}
