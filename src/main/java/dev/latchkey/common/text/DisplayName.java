package dev.latchkey.common.text;

import dev.latchkey.common.RefusedException;
import java.util.Optional;

/**
 * The rule for the name of a person, a company or a group, so that it can be shown in a page, a mail header and an app, and nobody
 * mistakes the text around it for a part of it.
 */
public final class DisplayName {

    private DisplayName() {}

    /**
     * The name in the form in which it is stored: NFC, with single spaces, and without meaningless invisible characters.
     *
     * @param longest in code points
     * @throws RefusedException with the message of its {@link NameFault}
     */
    public static String require(String typed, int longest) {
        faultOf(typed, longest).ifPresent(fault -> {
            throw new RefusedException(fault.messageKey(), longest);
        });
        return composed(typed).orElseThrow();
    }

    /** What is wrong with the name; empty if nothing is. */
    public static Optional<NameFault> faultOf(String typed, int longest) {
        var composed = composed(typed);
        if (composed.isEmpty()) {
            return Optional.of(NameFault.LENGTH);
        }
        if (typed.codePoints().anyMatch(c -> TextCharacters.breaksLines(c) || TextCharacters.turnsDirection(c))) {
            return Optional.of(NameFault.FORBIDDEN_CHARACTER);
        }
        var name = composed.get();
        if (typed.isBlank() || name.codePointCount(0, name.length()) > longest) {
            return Optional.of(NameFault.LENGTH);
        }
        return name.codePoints().noneMatch(TextCharacters::isVisible)
                ? Optional.of(NameFault.INVISIBLE)
                : Optional.empty();
    }

    /** Whether the name has no {@link NameFault}. */
    public static boolean isAllowed(String name, int longest) {
        return faultOf(name, longest).isEmpty();
    }

    private static Optional<String> composed(String typed) {
        // Twice, because a character between a letter and its mark may have been removed
        return BoundedText.composed(typed, BoundedText.LONGEST)
                .map(DisplayName::plain)
                .flatMap(name -> BoundedText.composed(name, BoundedText.LONGEST));
    }

    /** Single spaces, none around it, and no invisible characters. */
    private static String plain(String text) {
        var name = new StringBuilder();
        text.codePoints().filter(c -> !TextCharacters.isMeaningless(c)).forEach(c -> {
            if (!TextCharacters.isBlank(c)) {
                name.appendCodePoint(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != ' ') {
                name.append(' ');
            }
        });
        return name.toString().stripTrailing();
    }
}
