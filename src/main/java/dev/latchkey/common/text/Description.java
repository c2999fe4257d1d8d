package dev.latchkey.common.text;

import dev.latchkey.common.RefusedException;

/** What somebody writes about something for others to read. */
public final class Description {

    private Description() {}

    /**
     * The text in the one form in which it is stored: NFC, without blanks around it. It may be empty.
     *
     * @param longest in code points
     * @throws RefusedException where it is longer, or something in it turns the direction of the text or controls its reader
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
