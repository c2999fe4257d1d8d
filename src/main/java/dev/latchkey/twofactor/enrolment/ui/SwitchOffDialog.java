package dev.latchkey.twofactor.enrolment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.latchkey.component.DialogKeys;
import dev.latchkey.twofactor.code.ui.CodeField;
import dev.latchkey.twofactor.code.ui.CodeMessages;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import java.util.function.Function;

/** Asks for a current code before two-factor authentication is turned off. */
final class SwitchOffDialog extends Dialog {

    private final CodeField code = new CodeField();
    private final Button submit = new Button();
    private final Function<String, SwitchOffResult> submission;

    SwitchOffDialog(Function<String, SwitchOffResult> submission) {
        this.submission = submission;
        setHeaderTitle(getTranslation("switch-off.title"));
        setCloseOnOutsideClick(false);
        addClassName("small-dialog");
        add(new Paragraph(getTranslation("switch-off.explanation")), code);
        submit.setText(getTranslation("switch-off.submit"));
        submit.addClickListener(click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        DialogKeys.submitByEnter(this, submit);
        submit.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), submit);
        addOpenedChangeListener(change -> code.focus());
    }

    private void submit() {
        var result = submission.apply(code.getValue());
        submit.setEnabled(true);
        switch (result) {
            case SwitchOffResult.SwitchedOff switchedOff -> close();
            case SwitchOffResult.CodeRefused(var reason) ->
                code.refuse(CodeMessages.refusal(reason).in(this::getTranslation));
            case SwitchOffResult.Refused() -> code.refuse(getTranslation("switch-off.refused"));
        }
    }
}
