package dev.latchkey.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** A journey by keys alone. */
public abstract class KeyboardJourney extends ChromiumJourney {

    protected static final String IN_GRID_BODY =
            "document.activeElement?.shadowRoot?.activeElement?.closest('tbody') != null";

    private static final int FAR_ENOUGH = 40;

    protected void type(String text) {
        page.keyboard().type(text);
    }

    protected void press(String key) {
        page.keyboard().press(key);
    }

    protected void goTo(Locator target) {
        pressUntilFocused("Tab", target);
    }

    protected void goBackTo(Locator target) {
        pressUntilFocused("Shift+Tab", target);
    }

    protected void goDownTo(Locator target) {
        pressUntilFocused("ArrowDown", target);
    }

    private void pressUntilFocused(String key, Locator target) {
        assertThat(target).isVisible();
        for (var presses = 0; presses < FAR_ENOUGH && !hasFocus(target); presses++) {
            press(key);
        }
        assertThat(target).isFocused();
    }

    private static boolean hasFocus(Locator target) {
        return (Boolean) target.evaluate("element => element.getRootNode().activeElement === element");
    }

    /** The grid's cells are one stop; arrows lead from one to the next. */
    protected void enterGrid() {
        for (var presses = 0; presses < FAR_ENOUGH && !isInGridBody(); presses++) {
            press("Tab");
        }
    }

    private boolean isInGridBody() {
        return (Boolean) page.evaluate(IN_GRID_BODY);
    }

    /** Along the row; Enter steps into a cell, Escape out of it. */
    protected void goRightTo(Locator target) {
        assertThat(target).isVisible();
        for (var presses = 0; presses < FAR_ENOUGH; presses++) {
            press("Enter");
            if (hasFocus(target)) {
                return;
            }
            press("Escape");
            press("ArrowRight");
        }
        assertThat(target).isFocused();
    }
}
