package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.latchkey.component.Confirmation;

/** Asks whether to enforce two-factor authentication: for whom and from when, whom that concerns, and what they get. */
final class EnforceDialog extends ConfirmDialog {

    private static final String FIRST_CHOICE = "vaadin-radio-button[checked]";

    /**
     * Asks.
     *
     * @param confirm what is done on confirmation, after which the dialog has closed
     */
    EnforceDialog(WhoChoice who, StartChoice when, EnforcementFigures figures, SecretMailOffer mail, Runnable confirm) {
        setHeader(getTranslation("enforcement.enforce.title"));
        addClassName("form-dialog");
        mail.whenLeft(this::close);
        var effect = new Paragraph();
        who.follow(() -> {
            effect.setText(effect(who, when));
            figures.show(who, when.isPlanned());
        });
        when.follow(() -> {
            effect.setText(effect(who, when));
            figures.showMails(when.isPlanned());
        });
        var content = new Div(effect, who, figures, when, mail);
        content.addClassName("dialog-content");
        setText(content);
        setCancelable(true);
        setCancelText(getTranslation("dialog.cancel"));
        setCancelButtonTheme("");
        setConfirmText(getTranslation("dialog.confirm"));
        addConfirmListener(confirmed -> confirm.run());
        // On the confirm button, a small screen would show the end of the question first
        Confirmation.focusWhenOpen(this, FIRST_CHOICE);
    }

    private String effect(WhoChoice who, StartChoice when) {
        if (who.isForGroups()) {
            return getTranslation(
                    when.isPlanned() ? "enforcement.enforce.text-groups-planned" : "enforcement.enforce.text-groups");
        }
        return getTranslation(when.isPlanned() ? "enforcement.enforce.text-planned" : "enforcement.enforce.text");
    }
}
