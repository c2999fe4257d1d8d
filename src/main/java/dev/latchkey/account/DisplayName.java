package dev.latchkey.account;

/** What the name of a person, a company or a group must be like to be shown in a page, a mail header and an app. */
public final class DisplayName {

    private DisplayName() {}

    /** Whether the name is neither blank nor longer than that many characters, and on one line. */
    public static boolean isAllowed(String name, int longest) {
        return !name.isBlank() && name.codePointCount(0, name.length()) <= longest && isOneLine(name);
    }

    /** Whether the text holds no control character, no line break of any kind, and nothing that no encoding can write. */
    public static boolean isOneLine(String text) {
        return text.codePoints().map(Character::getType).noneMatch(DisplayName::breaksLines);
    }

    private static boolean breaksLines(int type) {
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
