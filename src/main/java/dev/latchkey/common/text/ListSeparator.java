package dev.latchkey.common.text;

/** What people put between the parts of a list, whatever keyboard they have. */
public final class ListSeparator {

    private static final String COMMAS = ",，、､﹐﹑،";
    private static final String SEMICOLONS = ";；﹔؛";

    private ListSeparator() {}

    /** Whether it is a comma of any script. */
    public static boolean isComma(int codePoint) {
        return COMMAS.indexOf(codePoint) >= 0;
    }

    /** Whether it is a semicolon of any script. */
    public static boolean isSemicolon(int codePoint) {
        return SEMICOLONS.indexOf(codePoint) >= 0;
    }

    /** Whether it is a comma, a semicolon, a blank or the end of a line. */
    public static boolean isAny(int codePoint) {
        return isComma(codePoint) || isSemicolon(codePoint) || InvisibleCharacters.isBlank(codePoint);
    }
}
