package dev.latchkey.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** How somebody works with a page: with a mouse, or by keys alone. It counts what they do. */
public abstract class Hand {

    protected final Page page;
    private int clicks;
    private int keys;
    private int letters;

    protected Hand(Page page) {
        this.page = page;
    }

    /** What is used. */
    public enum Kind {
        /** A mouse, and the keyboard only for what is typed. */
        MOUSE,
        /** The keyboard alone; the focus must be visible after each key. */
        KEYBOARD
    }

    /** A hand at that page. */
    public static Hand at(Page page, Kind kind) {
        return kind == Kind.MOUSE ? new MouseHand(page) : new KeyboardHand(page);
    }

    /** Uses a button or a link. */
    public abstract void choose(Locator target);

    /** Opens a row of a table. */
    public abstract void open(Locator cell);

    /** Flips a switch or ticks a box. */
    public abstract void flip(Locator box);

    /** Chooses an item of a menu that a button opens. */
    public abstract void chooseFrom(Locator menuButton, Locator item);

    /** Chooses an option of a field that shows one of them. */
    public abstract void select(Locator field, Locator option);

    /** Adds an option to a field that holds several, by its name. */
    public abstract void add(Locator field, Locator option, String name);

    /** Opens the browser's own window for files with a field, and chooses one. */
    public abstract void chooseFile(Locator field, FilePayload file);

    /** Moves the focus to a field. */
    protected abstract void enter(Locator field);

    /** Types into a field. */
    public void write(Locator field, String text) {
        enter(field);
        page.keyboard().type(text);
        letters += text.length();
    }

    /** Types something else into a field that is not empty. */
    public void rewrite(Locator field, String text) {
        enter(field);
        press("ControlOrMeta+a");
        write(field, text);
    }

    /** Presses a key. */
    public void press(String key) {
        page.keyboard().press(key);
        keys++;
    }

    /** Presses a key that loads another page, which begins without a focus. */
    public void pressToLoad(String key) {
        page.keyboard().press(key);
        keys++;
    }

    /** Counts a key that the browser itself takes. */
    public void pressed() {
        keys++;
    }

    protected void click(Locator target) {
        target.click();
        clicks++;
    }

    protected static boolean hasFocus(Locator target) {
        return (Boolean) target.evaluate("element => element.getRootNode().activeElement === element");
    }

    /** How often a button of the mouse was clicked. */
    public int clicks() {
        return clicks;
    }

    /** How often a key was pressed for anything but a character of a text. */
    public int keys() {
        return keys;
    }

    /** All of it. */
    public String count() {
        return "%d clicks, %d keys and %d typed characters".formatted(clicks, keys, letters);
    }
}
