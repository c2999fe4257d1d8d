package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.latchkey.account.Account;
import dev.latchkey.twofactor.enforcement.EnforcementForecast;

/** Asks whether to enforce two-factor authentication: whom it concerns, and what they get. */
final class EnforceDialog extends ConfirmDialog {

    /**
     * Asks.
     *
     * @param mayList whether the administrator may see the lists behind the figures
     * @param confirm what is done on confirmation, after which the dialog has closed
     */
    EnforceDialog(
            Account account,
            EnforcementForecast forecast,
            boolean mayList,
            SecretMailOffer mail,
            StartChoice when,
            Runnable confirm) {
        setHeader(getTranslation("enforcement.enforce.title"));
        addClassName("form-dialog");
        mail.whenLeft(this::close);
        var effect = new Paragraph();
        var figures = new EnforcementFigures(account, forecast, mayList);
        when.follow(() -> {
            effect.setText(
                    getTranslation(when.isPlanned() ? "enforcement.enforce.text-planned" : "enforcement.enforce.text"));
            figures.showMails(when.isPlanned());
        });
        var content = new Div(effect, figures, when, mail);
        content.addClassName("dialog-content");
        setText(content);
        setCancelable(true);
        setCancelText(getTranslation("dialog.cancel"));
        setCancelButtonTheme("");
        setConfirmText(getTranslation("dialog.confirm"));
        addConfirmListener(confirmed -> confirm.run());
    }
}
