package dev.latchkey.common.text;

import java.util.function.IntPredicate;

/**
 * Invisible characters in pasted text: byte order marks, zero-width spaces, direction marks, soft hyphens (Unicode's
 * Default_Ignorable_Code_Point), and surrounding spaces of every kind. Everything here runs in linear time.
 */
public final class InvisibleCharacters {

    // A control character that ends a line, but is no whitespace to Java
    private static final int NEXT_LINE = 0x85;

    private InvisibleCharacters() {}

    /** The text without surrounding spaces and invisible characters. */
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

    /** The text without any invisible characters; spaces stay. */
    public static String remove(String text) {
        return keep(text, c -> !isInvisible(c));
    }

    /** Like {@link #remove}, except for the two characters that some scripts need to be written correctly. */
    public static String removeButJoiners(String text) {
        return keep(text, c -> TextCharacters.isJoiner(c) || !isInvisible(c));
    }

    private static String keep(String text, IntPredicate kept) {
        return text.codePoints()
                .filter(kept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether that code point has no visible glyph. */
    public static boolean isInvisible(int codePoint) {
        return TextCharacters.isIgnorable(codePoint);
    }

    /** Whether that code point is a space or ends a line, of any kind. */
    public static boolean isBlank(int codePoint) {
        return TextCharacters.isBlank(codePoint) || codePoint == NEXT_LINE;
    }

    private static boolean isNothing(int codePoint) {
        return isBlank(codePoint) || isInvisible(codePoint);
    }
}
