package dev.latchkey.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something that cannot be taken back, or that concerns others. */
public final class Confirmation {

    private Confirmation() {}

    /** Asks, and does the deed on yes; the words are the view's, already in the reader's language. */
    public static void ask(Component view, String title, String text, String confirm, Runnable deed) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(view.getTranslation("dialog.cancel"));
        dialog.setConfirmText(confirm);
        dialog.addConfirmListener(confirmed -> deed.run());
        dialog.open();
    }
}
