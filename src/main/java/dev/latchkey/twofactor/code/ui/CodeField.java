package dev.latchkey.twofactor.code.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.latchkey.component.form.NumericKeyboard;
import dev.latchkey.twofactor.totp.AuthenticationCode;
import org.springframework.modulith.NamedInterface;

/** A field for an authentication code inside a page: numbers on a phone's keyboard, offered from its messages and apps. */
@NamedInterface("ui")
public final class CodeField extends TextField {

    /** Makes an empty one. */
    public CodeField() {
        setLabel(getTranslation("code.label"));
        getElement().setProperty("autocomplete", "one-time-code");
        NumericKeyboard.on(this);
        setMaxLength(AuthenticationCode.LONGEST_INPUT);
        setValueChangeMode(ValueChangeMode.EAGER);
        setManualValidation(true);
        setWidthFull();
    }

    /** Says why the code was refused and lets the next one be typed over it. */
    public void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
        getElement().executeJs("this.inputElement.select(); this.focus(); this.scrollIntoView({block: 'center'})");
    }
}
