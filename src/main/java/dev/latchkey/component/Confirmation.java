package dev.latchkey.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks for confirmation of an action that cannot be undone, or that affects others. */
public final class Confirmation {

    // The component puts the focus on the confirm button, and has no setting for another
    private static final String FOCUS = """
            const toTheTop = element => {
              for (let part = element; part && part !== this; part = part.assignedSlot ?? part.parentNode ?? part.host) {
                part.scrollTop = 0;
              }
            };
            const focus = () => {
              const invalid = this.querySelector('[invalid]');
              const element = invalid ?? this.querySelector($0);
              element?.focus();
              if (!invalid) {
                toTheTop(element);
              }
            };
            customElements.whenDefined(this.localName).then(() => this.updateComplete).then(() => {
              this.shadowRoot.querySelector('#overlay').addEventListener('vaadin-overlay-open', focus);
              if (this.contains(document.activeElement)) {
                focus();
              }
            });
            """;

    private static final String CANCEL = "[slot=cancel-button]";

    private Confirmation() {}

    /** Asks, and performs the action on confirmation; the view passes the texts, already in the reader's language. */
    public static void ask(Component view, String title, String text, String confirm, Runnable action) {
        dialog(view, title, text, confirm, action).open();
    }

    /**
     * Asks for confirmation of a destructive action: the confirm button is red, and the focus is on the other one, so that an
     * accidental key press does nothing.
     */
    public static void confirmDestructive(Component view, String title, String text, String confirm, Runnable action) {
        var dialog = dialog(view, title, text, confirm, action);
        dialog.setConfirmButtonTheme("primary error");
        focusWhenOpen(dialog, CANCEL);
        dialog.open();
    }

    /** Puts the focus, once the dialog opens, on its first invalid field, or else on the first element that the CSS selector matches. */
    public static void focusWhenOpen(ConfirmDialog dialog, String selector) {
        dialog.getElement().executeJs(FOCUS, selector);
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
