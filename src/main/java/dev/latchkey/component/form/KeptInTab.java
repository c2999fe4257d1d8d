package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;

/**
 * Keeps the input of a long field in the browser tab, so that it is still there after an ended session and a new login; it is sent
 * to the server only through the field, and is deleted with the tab.
 */
public final class KeptInTab {

    // The value is set as if it had been typed, because the server does not know it
    private static final String KEEP = """
            const key = $0;
            this.addEventListener('input', () => sessionStorage.setItem(key, this.value));
            const kept = sessionStorage.getItem(key);
            if (kept && !this.value) {
              this.value = kept;
              this.dispatchEvent(new CustomEvent('change', {bubbles: true}));
            }
            """;

    private KeptInTab() {}

    /** Fills the field with the text kept under that key, and keeps all input from now on. */
    public static <C extends Component & HasValue<?, String>> void fill(C field, String key) {
        field.getElement().executeJs(KEEP, key);
    }

    /** Keeps that text instead, for example the rest of it; nothing if it is empty. */
    public static void keep(Component field, String key, String value) {
        field.getElement().executeJs("$1 ? sessionStorage.setItem($0, $1) : sessionStorage.removeItem($0)", key, value);
    }
}
