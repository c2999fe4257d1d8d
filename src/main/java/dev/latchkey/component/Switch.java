package dev.latchkey.component;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;

/** A switch: a checkbox that is announced as a switch and whose label says whether it is on only by being on. */
public final class Switch extends Checkbox {

    /** Makes a switch that is off. */
    public Switch() {
        addClassName("switch");
        getElement().executeJs("this.inputElement.setAttribute('role', 'switch')");
    }

    /** Shows a state without telling the listeners. */
    public void setOn(boolean on) {
        setValue(on);
    }

    /** Tells what the person asked for; only their own toggling, never {@link #setOn}. */
    public void addToggleListener(Consumer<Boolean> listener) {
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.accept(change.getValue());
            }
        });
    }
}
