package dev.latchkey.account;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * What nobody sees of a text that was pasted: byte order marks, blanks without a width, marks of direction, soft hyphens
 * (Unicode's Default_Ignorable_Code_Point), and blanks of every kind around it. All of it takes time linear in the text.
 */
public final class InvisibleCharacters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
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
        return removeButJoiners(text)
                .replace(Character.toString(ZERO_WIDTH_NON_JOINER), "")
                .replace(Character.toString(ZERO_WIDTH_JOINER), "");
    }

    /** As {@link #remove}, but for the two characters that some scripts need to be written right. */
    public static String removeButJoiners(String text) {
        var seen = text.codePoints().filter(c -> isJoiner(c) || !isInvisible(c));
        return seen.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether that code point has no shape of its own. */
    public static boolean isInvisible(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /** Whether that code point is a blank or ends a line, of whatever kind. */
    public static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == NEXT_LINE;
    }

    private static boolean isNothing(int codePoint) {
        return isBlank(codePoint) || isInvisible(codePoint);
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
    }
}
