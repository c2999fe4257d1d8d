package dev.latchkey.user.address;

import dev.latchkey.common.text.DisplayName;
import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.user.User;
import java.util.List;
import java.util.regex.Pattern;

/** What stood with an address as its name, cleaned, for the person themselves to take or to change. */
public final class ProposedName {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x85]+");
    // Each that opens, and what closes it
    private static final List<String> PAIRS =
            List.of("\"\"", "''", "“”", "„“", "„”", "‘’", "‚‘", "«»", "»«", "‹›", "›‹", "()");

    // Longer than any name with what is cut off it
    private static final int LONGEST_LOOKED_AT = 1_024;

    private ProposedName() {}

    /** The name; empty where it is none that could be one, or an address. */
    static String of(String found) {
        if (found.length() > LONGEST_LOOKED_AT || found.indexOf('@') >= 0) {
            return "";
        }
        var seen = InvisibleCharacters.strip(InvisibleCharacters.removeButJoiners(found));
        var name = withoutPairAround(BLANKS.matcher(seen).replaceAll(" "));
        return inForm(name);
    }

    /** The name in the form in which names are stored; empty where it can be none. */
    public static String inForm(String name) {
        return DisplayName.isAllowed(name, User.NAME_LENGTH) ? DisplayName.require(name, User.NAME_LENGTH) : "";
    }

    private static String withoutPairAround(String name) {
        var inner = name.length() < 2 ? "" : name.substring(1, name.length() - 1);
        var paired = PAIRS.stream().anyMatch(pair -> name.equals(pair.charAt(0) + inner + pair.charAt(1)));
        return paired ? inner.strip() : name;
    }
}
