package dev.latchkey.user;

import dev.latchkey.account.DisplayName;
import dev.latchkey.account.InvisibleCharacters;
import java.util.regex.Pattern;

/** What stood with an address as its name, cleaned, for the person themselves to take or to change. */
final class ProposedName {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x85]+");
    private static final String AROUND = "'\"“”„‘’‚«»‹›()";

    // Longer than any name with what is cut off it
    private static final int LONGEST_LOOKED_AT = 1_024;

    private ProposedName() {}

    /** The name; empty where it is none that could be one, or an address. */
    static String of(String found) {
        if (found.length() > LONGEST_LOOKED_AT || found.indexOf('@') >= 0) {
            return "";
        }
        var seen = InvisibleCharacters.strip(InvisibleCharacters.removeButJoiners(found));
        var name = PastedAddress.strip(BLANKS.matcher(seen).replaceAll(" "), AROUND, AROUND)
                .strip();
        return DisplayName.isAllowed(name, User.NAME_LENGTH) ? name : "";
    }
}
