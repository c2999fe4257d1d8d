package dev.latchkey.twofactor.recovery.ui;

import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.twofactor.recovery.RecoveryCode;
import org.springframework.modulith.NamedInterface;

/** A field for a recovery code inside a page. */
@NamedInterface("ui")
public final class RecoveryCodeField extends TextField {

    /** Creates an empty field. */
    public RecoveryCodeField() {
        setLabel(getTranslation("recovery-code.label"));
        getElement().setProperty("autocomplete", "off");
        getElement().setProperty("autocapitalize", "characters");
        setMaxLength(RecoveryCode.LONGEST_INPUT);
        setManualValidation(true);
        setWidthFull();
    }
}
