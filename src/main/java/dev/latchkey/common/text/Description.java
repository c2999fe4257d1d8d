package dev.latchkey.common.text;

import dev.latchkey.common.RefusedException;

/** A description that somebody writes for others to read. */
public final class Description {

    private Description() {}

    /**
     * The text in the form in which it is stored: NFC, without surrounding spaces. It may be empty. It may be empty.
     *
     * @param longest in code points
     * @throws RefusedException if it is longer, or contains a character that changes the direction of the text or controls its
     *     reader
     */
    public static String require(String typed, int longest) {
        return BoundedText.composed(typed, BoundedText.LONGEST)
                .map(String::strip)
                .filter(text -> text.codePointCount(0, text.length()) <= longest)
                .filter(text -> text.codePoints().noneMatch(Description::isForbidden))
                .orElseThrow(() -> new RefusedException("description.refused", longest));
    }

    private static boolean isForbidden(int codePoint) {
        return TextCharacters.turnsDirection(codePoint)
                || TextCharacters.breaksLines(codePoint) && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
    }
}
