package dev.latchkey.twofactor.code.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.latchkey.component.form.NumericKeyboard;
import dev.latchkey.twofactor.totp.AuthenticationCode;
import org.springframework.modulith.NamedInterface;

/** A field for an authentication code inside a page, with a numeric keyboard and autofill of one-time codes. */
@NamedInterface("ui")
public final class CodeField extends TextField {

    /** Creates an empty field. */
    public CodeField() {
        setLabel(getTranslation("code.label"));
        getElement().setProperty("autocomplete", "one-time-code");
        NumericKeyboard.on(this);
        setMaxLength(AuthenticationCode.LONGEST_INPUT);
        setValueChangeMode(ValueChangeMode.EAGER);
        setManualValidation(true);
        setWidthFull();
    }

    /** Shows why the code was refused and selects it, so that the next one replaces it. */
    public void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
        getElement().executeJs("this.inputElement.select(); this.focus(); this.scrollIntoView({block: 'center'})");
    }
}
