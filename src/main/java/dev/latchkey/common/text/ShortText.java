package dev.latchkey.common.text;

/** Texts cut to a length, never within a character. */
public final class ShortText {

    /** How much of unrecognised input is repeated in a message, in characters. */
    private static final int QUOTED = 80;

    private ShortText() {}

    /** The beginning of the text, at most that many UTF-16 units; only whole characters. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var splits = longest > 0
                && Character.isHighSurrogate(text.charAt(longest - 1))
                && Character.isLowSurrogate(text.charAt(longest));
        return text.substring(0, splits ? longest - 1 : longest);
    }

    /** What to repeat of typed text: all of it, or its beginning and an ellipsis. */
    public static String of(String typed) {
        return typed.length() <= QUOTED ? typed : cut(typed, QUOTED) + "…";
    }
}
