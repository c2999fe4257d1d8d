package dev.latchkey.common.text;

import java.util.function.IntPredicate;

/**
 * What nobody sees of a text that was pasted: byte order marks, blanks without a width, marks of direction, soft hyphens
 * (Unicode's Default_Ignorable_Code_Point), and blanks of every kind around it. All of it takes time linear in the text.
 */
public final class InvisibleCharacters {

    // A control character that ends a line, and no blank to Java
    private static final int NEXT_LINE = 0x85;

    private InvisibleCharacters() {}

    /** The text without blanks and invisible characters around it. */
    public static String strip(String text) {
        var start = 0;
        while (start < text.length() && isNothing(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        var end = text.length();
        while (end > start && isNothing(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** The text without invisible characters anywhere; blanks stay. */
    public static String remove(String text) {
        return keep(text, c -> !isInvisible(c));
    }

    /** As {@link #remove}, but for the two characters that some scripts need to be written right. */
    public static String removeButJoiners(String text) {
        return keep(text, c -> TextCharacters.isJoiner(c) || !isInvisible(c));
    }

    private static String keep(String text, IntPredicate kept) {
        return text.codePoints()
                .filter(kept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether that code point has no shape of its own. */
    public static boolean isInvisible(int codePoint) {
        return TextCharacters.isIgnorable(codePoint);
    }

    /** Whether that code point is a blank or ends a line, of whatever kind. */
    public static boolean isBlank(int codePoint) {
        return TextCharacters.isBlank(codePoint) || codePoint == NEXT_LINE;
    }

    private static boolean isNothing(int codePoint) {
        return isBlank(codePoint) || isInvisible(codePoint);
    }
}
