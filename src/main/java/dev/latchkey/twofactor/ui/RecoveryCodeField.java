package dev.latchkey.twofactor.ui;

import com.vaadin.flow.component.textfield.TextField;

/** A field for a recovery code inside a page. */
public final class RecoveryCodeField extends TextField {

    private static final int LONGEST_INPUT = 64;

    /** Makes an empty one. */
    public RecoveryCodeField() {
        setLabel(getTranslation("recovery-code.label"));
        getElement().setProperty("autocomplete", "off");
        getElement().setProperty("autocapitalize", "characters");
        setMaxLength(LONGEST_INPUT);
        setManualValidation(true);
        setWidthFull();
    }
}
