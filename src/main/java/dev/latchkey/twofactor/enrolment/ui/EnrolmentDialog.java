package dev.latchkey.twofactor.enrolment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.latchkey.component.DialogKeys;
import dev.latchkey.twofactor.code.ui.CodeField;
import dev.latchkey.twofactor.code.ui.CodeMessages;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import java.util.function.Function;

/**
 * Shows a proposed secret and asks for its first code. It stores nothing: the caller decides what a code does, and until a code is
 * accepted, closing the dialog changes nothing.
 */
final class EnrolmentDialog extends Dialog {

    private final CodeField code = new CodeField();
    private final Button submit = new Button();
    private final Function<String, EnrolmentResult> submission;

    EnrolmentDialog(ProposedEnrolment proposed, Function<String, EnrolmentResult> submission) {
        this.submission = submission;
        setHeaderTitle(getTranslation("enrolment.title"));
        setCloseOnOutsideClick(false);
        addClassName("enrolment-dialog");
        var content = new Div(new SecretPanel(proposed), code);
        content.addClassName("enrolment-dialog-content");
        add(content);
        submit.setText(getTranslation("enrolment.submit"));
        submit.addClickListener(click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        DialogKeys.submitByEnter(this, submit);
        submit.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), submit);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                code.focus();
            } else {
                // The secret leaves the page with the dialog
                removeAll();
            }
        });
    }

    private void submit() {
        var result = submission.apply(code.getValue());
        submit.setEnabled(true);
        if (result instanceof EnrolmentResult.Enrolled) {
            close();
        } else {
            code.refuse(CodeMessages.refusal(result).in(this::getTranslation));
        }
    }
}
