package dev.latchkey.account;

/** What the name of a person, a company or a group must be like to be shown in a page, a mail header and an app. */
public final class DisplayName {

    private DisplayName() {}

    /** Whether the name is neither blank nor longer than that many characters, and on one line. */
    public static boolean isAllowed(String name, int longest) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= longest
                && name.chars().noneMatch(Character::isISOControl);
    }
}
