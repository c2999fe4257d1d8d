package dev.latchkey.component.form;

import com.vaadin.flow.component.textfield.TextField;

/** The numeric keyboard of phones for a field. */
public final class NumericKeyboard {

    private NumericKeyboard() {}

    /** Makes phones show it for that field. */
    public static void on(TextField field) {
        // For the styles; Vaadin does not pass it to the input element
        field.getElement().setAttribute("inputmode", "numeric");
        field.getElement().executeJs("this.inputElement.inputMode = 'numeric'");
    }
}
