package dev.latchkey.common.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** How code points affect what a reader sees. */
final class TextCharacters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    // Blank characters of Braille, music and hieroglyphs, and the object replacement character
    private static final String LOOK_BLANK = "\u2800\ufffc\ud834\udd59\ud80d\udc41\ud80d\udc42";

    private TextCharacters() {}

    /** Whether it ends a line, controls a terminal, or cannot be encoded. */
    static boolean breaksLines(int codePoint) {
        var type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** Whether it begins or ends an embedding, an override or an isolate (UAX #9, 2), or is one of the deprecated such controls. */
    static boolean turnsDirection(int codePoint) {
        return codePoint >= 0x202a && codePoint <= 0x202e || codePoint >= 0x2066 && codePoint <= 0x206f;
    }

    /** Whether it is invisible and has no meaning in a name, unlike joiners and the selectors of emoji variants. */
    static boolean isMeaningless(int codePoint) {
        return isIgnorable(codePoint) && !isJoiner(codePoint) && !isSelector(codePoint);
    }

    /** Whether it is a space of any width, or looks like one. */
    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || LOOK_BLANK.indexOf(codePoint) >= 0;
    }

    /** Whether it is visible, even on its own. */
    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> !isIgnorable(codePoint) && !isBlank(codePoint);
        };
    }

    /** Whether it has no visible glyph (Unicode's Default_Ignorable_Code_Point). */
    static boolean isIgnorable(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /** Whether it is one of the two joiners that some scripts need to be written correctly, and emoji to be combined. */
    static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
    }

    private static boolean isSelector(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.VARIATION_SELECTOR)
                || codePoint >= 0xe0020 && codePoint <= 0xe007f;
    }
}
