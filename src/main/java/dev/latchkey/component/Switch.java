package dev.latchkey.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;

/** A switch: a checkbox that is announced as a switch and whose label says whether it is on only by being on. */
public final class Switch extends Checkbox {

    private static final String ASK = """
            this.inputElement.addEventListener('click', click => {
              click.preventDefault();
              this.dispatchEvent(new CustomEvent('switch-asked'));
            })
            """;

    /** Makes a switch that is off. */
    public Switch() {
        addClassName("switch");
        getElement().executeJs("this.inputElement.setAttribute('role', 'switch')");
    }

    /** Shows whether it is on. */
    public void setOn(boolean on) {
        setValue(on);
    }

    /**
     * Leaves it as it is when a person flips it, so that it never shows what is not stored, and tells what they ask for.
     */
    public void askBeforeFlipping(Consumer<Boolean> listener) {
        getElement().executeJs(ASK);
        // Where a dialog closed in the same request, what it covered counts as inert until the answer, and what a quick
        // person asked for would be dropped
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
