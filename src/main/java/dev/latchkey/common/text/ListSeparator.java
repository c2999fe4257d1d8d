package dev.latchkey.common.text;

/** The characters that people put between the items of a list, on any keyboard. */
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

    /** Whether it is a comma, a semicolon, a space or the end of a line. */
    public static boolean isAny(int codePoint) {
        return isComma(codePoint) || isSemicolon(codePoint) || InvisibleCharacters.isBlank(codePoint);
    }
}
