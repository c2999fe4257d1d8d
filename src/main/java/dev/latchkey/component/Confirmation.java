package dev.latchkey.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something that cannot be taken back, or that concerns others. */
public final class Confirmation {

    // The component puts the focus on the button that does the action, and lets nobody choose another
    private static final String FOCUS_CANCEL = """
            const cancel = () => this.querySelector('[slot=cancel-button]')?.focus();
            customElements.whenDefined(this.localName).then(() => this.updateComplete).then(() => {
              this.shadowRoot.querySelector('#overlay').addEventListener('vaadin-overlay-open', cancel);
              if (this.contains(document.activeElement)) {
                cancel();
              }
            });
            """;

    private Confirmation() {}

    /** Asks, and does the action on yes; the words are the view's, already in the reader's language. */
    public static void ask(Component view, String title, String text, String confirm, Runnable action) {
        dialog(view, title, text, confirm, action).open();
    }

    /**
     * Asks the same where the action takes something away: the button says so by its colour too, and the focus is on the other one,
     * so that a key pressed too often does nothing.
     */
    public static void confirmDestructive(Component view, String title, String text, String confirm, Runnable action) {
        var dialog = dialog(view, title, text, confirm, action);
        dialog.setConfirmButtonTheme("primary error");
        dialog.getElement().executeJs(FOCUS_CANCEL);
        dialog.open();
    }

    private static ConfirmDialog dialog(Component view, String title, String text, String confirm, Runnable action) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(view.getTranslation("dialog.cancel"));
        dialog.setConfirmText(confirm);
        dialog.setCancelButtonTheme("");
        dialog.addConfirmListener(confirmed -> action.run());
        return dialog;
    }
}
