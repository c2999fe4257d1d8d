package dev.latchkey.user.address;

import dev.latchkey.common.text.InvisibleCharacters;

/** Makes invisible characters in texts visible. */
public final class VisibleText {

    private VisibleText() {}

    /** The text with each invisible, space or control character written as its code point, such as {@code \u200B}. */
    public static String of(String text) {
        var visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (InvisibleCharacters.isInvisible(c) || InvisibleCharacters.isBlank(c) || Character.isISOControl(c)) {
                visible.append("\\u%04X".formatted(c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
