package dev.latchkey.twofactor.recovery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.latchkey.twofactor.recovery.RecoveryCodeSet;

/** Shows new recovery codes, once; it closes only when the user confirms that they have been saved. */
public final class RecoveryCodesDialog extends Dialog {

    /** Shows the codes once; calls back when the user has saved them. */
    public RecoveryCodesDialog(RecoveryCodeSet set, Runnable whenKept) {
        setHeaderTitle(getTranslation("recovery-codes.title"));
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        addClassName("enrolment-dialog");
        add(new RecoveryCodesPanel(set));
        var kept = new Button(getTranslation("recovery-codes.kept"), click -> {
            close();
            whenKept.run();
        });
        kept.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(kept);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                // The codes leave the page with the dialog
                removeAll();
            }
        });
    }
}
