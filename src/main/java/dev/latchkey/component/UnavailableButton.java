package dev.latchkey.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;

/**
 * A button for something that is not possible, and that says why: when it is pointed at, has the focus, or is pressed. A disabled
 * button would not, because it takes no focus and no touch.
 */
public final class UnavailableButton extends Button {

    private static final String SAY_SO = "requestAnimationFrame(() => this.setAttribute('aria-disabled', 'true'))";

    /** Shows that label and gives that reason; both are in the reader's language. */
    public UnavailableButton(String label, String reason) {
        super(label, click -> Notification.show(reason));
        getElement().setAttribute("aria-disabled", "true");
        // The component removes it when it is defined, because it is not disabled
        addAttachListener(attached -> getElement().executeJs(SAY_SO));
        addClassName("unavailable");
        setTooltipText(reason);
    }
}
