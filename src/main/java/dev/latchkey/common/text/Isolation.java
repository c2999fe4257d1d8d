package dev.latchkey.common.text;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps text that somebody else wrote from changing the direction of the sentence around it (UAX #9, 2.4.2). Text that reads from
 * left to right like the sentence is left as it is, so that it can be searched and copied.
 */
public final class Isolation {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private static final String COMMA = ", ";

    private static final Pattern CONTROLS = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

    private static final Set<Byte> FROM_RIGHT_TO_LEFT = Set.of(
            Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
            Character.DIRECTIONALITY_ARABIC_NUMBER);

    private Isolation() {}

    /** The text as it can stand within a sentence. */
    static String of(String text) {
        var plain = undone(text);
        return plain.codePoints().mapToObj(Character::getDirectionality).anyMatch(FROM_RIGHT_TO_LEFT::contains)
                ? FIRST_STRONG_ISOLATE + plain + POP_DIRECTIONAL_ISOLATE
                : plain;
    }

    /** Names, safe to use in a comma-separated list. */
    public static String ofEach(String list) {
        return Arrays.stream(list.split(COMMA)).map(Isolation::of).collect(Collectors.joining(COMMA));
    }

    /** The text without direction controls, for places where such a character would be mistaken for part of it. */
    public static String undone(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }
}
