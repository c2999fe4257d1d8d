package dev.latchkey.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** Works with the mouse; only texts are typed. */
final class MouseHand extends Hand {

    MouseHand(Page page) {
        super(page);
    }

    @Override
    public void choose(Locator target) {
        click(target);
    }

    @Override
    public void open(Locator cell) {
        click(cell);
    }

    @Override
    public void flip(Locator box) {
        click(box);
    }

    @Override
    public void chooseFrom(Locator menuButton, Locator item) {
        click(menuButton);
        click(item);
    }

    @Override
    public void select(Locator field, Locator option) {
        click(field);
        click(option);
    }

    @Override
    public void add(Locator field, Locator option, String name) {
        write(field, name);
        click(option);
        press("Escape");
    }

    @Override
    public void chooseFile(Locator field, FilePayload file) {
        page.waitForFileChooser(() -> click(field)).setFiles(file);
    }

    @Override
    protected void enter(Locator field) {
        field.waitFor();
        if (!hasFocus(field)) {
            click(field);
        }
    }
}
