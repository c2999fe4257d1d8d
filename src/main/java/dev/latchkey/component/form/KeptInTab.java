package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;

/**
 * Keeps what somebody types into a long field in their tab, so that it is there again after a session that has ended meanwhile and a new
 * login; it leaves the browser no other way than the field does, and goes with the tab.
 */
public final class KeptInTab {

    // The value is taken over as if it had been typed, for the server knows nothing of it
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

    /** Fills the field with what is kept under that key, and keeps whatever is typed from now on. */
    public static <C extends Component & HasValue<?, String>> void fill(C field, String key) {
        field.getElement().executeJs(KEEP, key);
    }

    /** Keeps that instead, such as what is left of it; nothing where it is empty. */
    public static void keep(Component field, String key, String value) {
        field.getElement().executeJs("$1 ? sessionStorage.setItem($0, $1) : sessionStorage.removeItem($0)", key, value);
    }
}
