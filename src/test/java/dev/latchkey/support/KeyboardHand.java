package dev.latchkey.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;

/** Works by keys alone. After each of them, something that can be seen has the focus, and shows that it has it. */
final class KeyboardHand extends Hand {

    private static final Page.WaitForFileChooserOptions SOON = new Page.WaitForFileChooserOptions().setTimeout(10_000);

    private static final int FAR_ENOUGH = 90;

    /** Empty if the focus is where it should be; otherwise what is wrong with it. */
    private static final String FAULT = """
            () => {
              let focused = document.activeElement;
              while (focused?.shadowRoot?.activeElement) {
                focused = focused.shadowRoot.activeElement;
              }
              if (!focused || focused === document.body || focused === document.documentElement) {
                return 'nothing has the focus';
              }
              const what = focused.outerHTML.slice(0, 200);
              const box = focused.getBoundingClientRect();
              if (box.width < 1 || box.height < 1 || box.bottom <= 0 || box.right <= 0
                  || box.top >= innerHeight || box.left >= innerWidth) {
                return 'out of view: ' + what;
              }
              if (!focused.matches(':focus-visible')) {
                return 'the browser shows no focus: ' + what;
              }
              // Where a page or a message begins, to be read on from there, is no place to act
              if (focused.getAttribute('tabindex') === '-1' && !focused.matches('[role=menuitem], [role=option], td, tr')) {
                return '';
              }
              const shows = (element, pseudo) => {
                const style = getComputedStyle(element, pseudo);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
              };
              let node = focused;
              for (let up = 0; node && up < 6; up++) {
                if (node.hasAttribute?.('focus-ring') || shows(node) || shows(node, '::before') || shows(node, '::after')) {
                  return '';
                }
                node = node.assignedSlot?.getRootNode().host ?? node.parentElement ?? node.getRootNode().host;
              }
              return 'no ring around ' + what;
            }
            """;

    /** Which key leads from the focus to an element, by their order in the page. */
    private static final String TOWARDS = """
            element => {
              if (!element.isConnected) {
                return '';
              }
              let target = element;
              while (target.getRootNode() !== document) {
                target = target.getRootNode().host;
              }
              const active = document.activeElement;
              if (!active || active === document.body) {
                return 'Tab';
              }
              return active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING
                && !active.contains(target) ? 'Shift+Tab' : 'Tab';
            }
            """;

    private static final String HAS_FOCUS = """
            element => {
              const active = element.getRootNode().activeElement;
              return active === element || element.contains(active) && element.matches('vaadin-select, a, button');
            }
            """;

    private static final String SHOWS = """
            text => {
              const field = document.activeElement.closest('vaadin-multi-select-combo-box');
              return field.filter === text && !field.loading
                && !Object.values(Vaadin.Flow.clients).some(client => client.isActive?.());
            }
            """;

    private static final String IN_GRID = "element => !!element.closest('vaadin-grid-cell-content')";

    /** The next key on the way to a cell of a grid; empty in that cell, and a dash while it is being drawn. */
    private static final String WAY_IN_GRID = """
            target => {
              const content = target.closest('vaadin-grid-cell-content');
              if (!content?.assignedSlot) {
                return '-';
              }
              const grid = content.closest('vaadin-grid');
              const at = grid.shadowRoot.activeElement;
              const there = content.assignedSlot.closest('td, th');
              const section = there.closest('thead, tbody, tfoot');
              if (!at || at.closest('thead, tbody, tfoot') !== section) {
                return grid.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING
                  ? 'Shift+Tab' : 'Tab';
              }
              const row = cell => Number(cell.closest('tr').getAttribute('aria-rowindex'));
              const column = cell => cell.getBoundingClientRect().left;
              if (at.matches('tr')) {
                return 'ArrowRight';
              }
              const cell = at.closest('td, th');
              if (row(cell) !== row(there)) {
                return row(cell) < row(there) ? 'ArrowDown' : 'ArrowUp';
              }
              if (column(cell) !== column(there)) {
                return column(cell) < column(there) ? 'ArrowRight' : 'ArrowLeft';
              }
              return '';
            }
            """;

    KeyboardHand(Page page) {
        super(page);
    }

    @Override
    public void press(String key) {
        super.press(key);
        try {
            page.waitForFunction("() => !(" + FAULT + ")()");
        } catch (TimeoutError shown) {
            throw new AssertionError("After " + key + ": " + page.evaluate(FAULT), shown);
        }
    }

    @Override
    public void choose(Locator target) {
        goTo(target);
        press("Enter");
    }

    @Override
    public void open(Locator cell) {
        assertThat(cell).isVisible();
        walkInGrid(cell);
        press("Space");
    }

    @Override
    public void flip(Locator box) {
        goTo(box);
        press("Space");
    }

    @Override
    public void chooseFrom(Locator menuButton, Locator item) {
        choose(menuButton);
        down(item);
        press("Enter");
    }

    @Override
    public void select(Locator field, Locator option) {
        choose(field);
        assertThat(option).isVisible();
        down(option);
        press("Enter");
    }

    @Override
    public void add(Locator field, Locator option, String name) {
        write(field, name);
        // The server filters, and until then an option may be one of before
        page.waitForFunction(SHOWS, name);
        assertThat(option).isVisible();
        for (var presses = 0; presses < FAR_ENOUGH && option.getAttribute("focused") == null; presses++) {
            press("ArrowDown");
        }
        press("Enter");
        // The field drops the next Enter if it is closed while it still loads
        page.waitForFunction(SHOWS, "");
        press("Escape");
    }

    @Override
    public void chooseFile(Locator field, FilePayload file) {
        goTo(field);
        try {
            page.waitForFileChooser(SOON, () -> super.press("Space")).setFiles(file);
        } catch (TimeoutError lapsed) {
            // A browser that was too busy to answer the key within five seconds opens no file dialog for it
            page.waitForFileChooser(() -> super.press("Space")).setFiles(file);
        }
    }

    @Override
    protected void enter(Locator field) {
        goTo(field);
    }

    private void down(Locator item) {
        assertThat(item).isVisible();
        for (var presses = 0; presses < FAR_ENOUGH && !isAt(item); presses++) {
            press("ArrowDown");
        }
        assertThat(item).isFocused();
    }

    private void goTo(Locator target) {
        assertThat(target).isVisible();
        if ((Boolean) target.evaluate(IN_GRID)) {
            goInGrid(target);
            return;
        }
        for (var presses = 0; presses < FAR_ENOUGH && !isAt(target); presses++) {
            var key = (String) target.evaluate(TOWARDS);
            // Without a key it has just been drawn again
            if (!key.isEmpty()) {
                press(key);
            }
        }
        if (!isAt(target)) {
            throw new AssertionError("No key leads to " + target);
        }
    }

    private void goInGrid(Locator target) {
        if (isAt(target)) {
            return;
        }
        walkInGrid(target);
        // Into the cell, and on within it
        press("Enter");
        for (var presses = 0; presses < FAR_ENOUGH && !isAt(target); presses++) {
            press("Tab");
        }
        assertThat(target).isFocused();
    }

    private void walkInGrid(Locator target) {
        var way = (String) target.evaluate(WAY_IN_GRID);
        for (var presses = 0; presses < FAR_ENOUGH && !way.isEmpty(); presses++) {
            // Otherwise the row has just been drawn again
            if (!way.equals("-")) {
                press(way);
            }
            way = (String) target.evaluate(WAY_IN_GRID);
        }
    }

    private static boolean isAt(Locator target) {
        return (Boolean) target.evaluate(HAS_FOCUS);
    }
}
