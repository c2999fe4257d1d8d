package dev.latchkey.common.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A short form of a name where there is no room for it: whole characters as people see them (UAX #29), never a part of one. */
public final class Initials {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Initials() {}

    /**
     * The first letter or digit of the first and of the last word that has one; otherwise the first character.
     *
     * @param name a stored name, which is therefore short
     * @return one or two characters; none for an empty name
     */
    public static String of(String name) {
        var initials = BLANKS.splitAsStream(name)
                .flatMap(word -> initial(word).stream())
                .toList();
        return switch (initials.size()) {
            case 0 ->
                characters(name).stream()
                        .filter(first -> !first.isBlank())
                        .findFirst()
                        .orElse("");
            case 1 -> initials.getFirst();
            default -> initials.getFirst() + initials.getLast();
        };
    }

    private static Optional<String> initial(String word) {
        return characters(word).stream()
                .filter(character -> Character.isLetterOrDigit(character.codePointAt(0)))
                .findFirst()
                .map(Initials::inUpperCase);
    }

    private static List<String> characters(String text) {
        return CHARACTER.matcher(text).results().map(MatchResult::group).toList();
    }

    /** In upper case if that is still one character, unlike ß, which becomes two. */
    private static String inUpperCase(String character) {
        var upper = character.toUpperCase(Locale.ROOT);
        return upper.length() == character.length() ? upper : character;
    }
}
