package dev.latchkey.component;

import com.vaadin.flow.component.button.Button;

/**
 * A button for something that is not possible, and that says why, right there: when it is pointed at, has the focus, or is pressed. A
 * disabled button would not, because it takes no focus and no touch.
 */
public final class UnavailableButton extends Button {

    private static final String SAY_SO = "requestAnimationFrame(() => this.setAttribute('aria-disabled', 'true'))";

    // On a touch screen nothing is pointed at, and a press closes what pointing has opened
    private static final String SHOW_REASON = """
            const reason = this.querySelector('vaadin-tooltip');
            const away = ['pointerdown', 'keydown', 'scroll'];
            const hide = () => {
              away.forEach(event => document.removeEventListener(event, hide, true));
              reason.opened = false;
              reason.manual = false;
            };
            reason.manual = true;
            reason.opened = true;
            away.forEach(event => document.addEventListener(event, hide, true));
            """;

    /** Shows that label and gives that reason; both are in the reader's language. */
    public UnavailableButton(String label, String reason) {
        super(label);
        getElement().setAttribute("aria-disabled", "true");
        // The component removes it when it is defined, because it is not disabled
        addAttachListener(attached -> getElement().executeJs(SAY_SO));
        addClassName("unavailable");
        setTooltipText(reason);
        addClickListener(click -> getElement().executeJs(SHOW_REASON));
    }
}
