package dev.latchkey.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;

/** A checkbox that is announced as a switch; only its state says whether it is on, not its label. */
public final class Switch extends Checkbox {

    private static final String ASK = """
            this.inputElement.addEventListener('click', click => {
              click.preventDefault();
              this.dispatchEvent(new CustomEvent('switch-asked'));
            })
            """;

    /** Creates a switch that is off. */
    public Switch() {
        addClassName("switch");
        getElement().executeJs("this.inputElement.setAttribute('role', 'switch')");
    }

    /** Shows whether it is on. */
    public void setOn(boolean on) {
        setValue(on);
    }

    /** Keeps the state when a person switches it, so that it always shows what is stored, and reports the requested state. */
    public void askBeforeFlipping(Consumer<Boolean> listener) {
        getElement().executeJs(ASK);
        // If a dialog closed in the same request, the components behind it are inert until the response, and a quick
        // click would be
        // dropped
        getElement()
                .addEventListener("switch-asked", asked -> {
                    if (!isBeneathDialog()) {
                        listener.accept(!getValue());
                    }
                })
                .allowInert();
    }

    private boolean isBeneathDialog() {
        return getUI().map(UI::hasModalComponent).orElse(true);
    }
}
