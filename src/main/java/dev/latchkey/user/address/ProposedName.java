package dev.latchkey.user.address;

import dev.latchkey.common.text.DisplayName;
import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.user.User;
import java.util.List;
import java.util.regex.Pattern;

/** The name given with an address, cleaned up, for the person to accept or change. */
public final class ProposedName {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x85]+");
    // Opening and closing characters
    private static final List<String> PAIRS =
            List.of("\"\"", "''", "“”", "„“", "„”", "‘’", "‚‘", "«»", "»«", "‹›", "›‹", "()");

    // Longer than any name with the removed characters
    private static final int LONGEST_LOOKED_AT = 1_024;

    private ProposedName() {}

    /** The name; empty if it cannot be a name, or is an address. */
    static String of(String found) {
        if (found.length() > LONGEST_LOOKED_AT || found.indexOf('@') >= 0) {
            return "";
        }
        var seen = InvisibleCharacters.strip(InvisibleCharacters.removeButJoiners(found));
        var name = withoutPairAround(BLANKS.matcher(seen).replaceAll(" "));
        return inForm(name);
    }

    /** The name in the form in which names are stored; empty if it cannot be a name. */
    public static String inForm(String name) {
        return DisplayName.isAllowed(name, User.NAME_LENGTH) ? DisplayName.require(name, User.NAME_LENGTH) : "";
    }

    private static String withoutPairAround(String name) {
        var inner = name.length() < 2 ? "" : name.substring(1, name.length() - 1);
        var paired = PAIRS.stream().anyMatch(pair -> name.equals(pair.charAt(0) + inner + pair.charAt(1)));
        return paired ? inner.strip() : name;
    }
}
