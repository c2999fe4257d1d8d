package dev.latchkey.user.address;

import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.user.EmailAddress;
import java.util.Locale;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** The cells of a table of people, in the same words as in pasted ones. */
@NamedInterface("api")
public final class TableCells {

    private static final Set<String> GROUPS = Set.of(
            "groups", "group", "user groups", "user group", "benutzergruppen", "benutzergruppe", "gruppen", "gruppe");

    private TableCells() {}

    /** What a column is about. */
    public enum Heading {
        ADDRESS,
        NAME,
        GIVEN_NAME,
        FAMILY_NAME,
        GROUPS,
        OTHER
    }

    /** What the heading says, in English or German, ignoring case. */
    public static Heading heading(String cell) {
        var text = InvisibleCharacters.strip(cell).toLowerCase(Locale.ROOT);
        if (AddressTable.isOfAddresses(text)) {
            return Heading.ADDRESS;
        }
        if (AddressTable.WHOLE_NAMES.contains(text)) {
            return Heading.NAME;
        }
        if (AddressTable.GIVEN_NAMES.contains(text)) {
            return Heading.GIVEN_NAME;
        }
        if (AddressTable.FAMILY_NAMES.contains(text)) {
            return Heading.FAMILY_NAME;
        }
        return GROUPS.contains(text) ? Heading.GROUPS : Heading.OTHER;
    }

    /** The address in a cell, perhaps in angle brackets or as a {@code mailto:} link. */
    public static EmailAddress.Reading address(String cell) {
        return PastedAddress.read(cell);
    }

    /** The name in a cell in the form in which names are stored; empty if it cannot be a name. */
    public static String name(String cell) {
        return ProposedName.of(cell);
    }
}
