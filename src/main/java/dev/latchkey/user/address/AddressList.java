package dev.latchkey.user.address;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.EmailAddressFault;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A parsed list of typed or pasted addresses, with or without names, from a mail program, a spreadsheet or typed by hand. The only
 * parser of such lists; it takes time linear in the text.
 *
 * @param items in the original order; each address once, ignoring case
 */
public record AddressList(List<Item> items) {

    /** The longest text that is parsed, in characters. */
    public static final int LONGEST = 100_000;

    /** The most items that are parsed. */
    public static final int MOST = 1_000;

    // Line ends of every system, and of Unicode
    private static final Pattern LINES = Pattern.compile("[\\n\\r\\x0b\\f\\x85\\u2028\\u2029]+");

    /** Accepts what {@link #read} has parsed. */
    public AddressList {
        items = List.copyOf(items);
    }

    /**
     * Parses a list.
     *
     * @throws RefusedException if it is too long
     */
    public static AddressList read(String typed) {
        if (typed.length() > LONGEST) {
            throw new RefusedException("add-user.list-too-long", LONGEST);
        }
        var lines =
                LINES.splitAsStream(typed).filter(AddressToken::saysSomething).toList();
        var findings = new AddressFindings();
        var table = lines.isEmpty() ? AddressTable.NONE : AddressTable.headedBy(lines.getFirst());
        lines.stream().skip(table.hasHeader() ? 1 : 0).forEach(line -> {
            if (table.isRow(line)) {
                table.read(line, findings);
            } else {
                new AddressLine(line, findings).read();
            }
        });
        var items = findings.items();
        if (items.size() > MOST) {
            throw new RefusedException("add-user.too-many", MOST, items.size());
        }
        return new AddressList(items);
    }

    /** An item of the list. */
    public sealed interface Item {

        /** The item as it was typed, which can be parsed again with the same result. */
        String typed();

        /**
         * An address.
         *
         * @param name the name given with it, to propose as the person's name; empty if there is none
         */
        record Found(String typed, EmailAddress address, String name) implements Item {}

        /** A text that is not an address. */
        record NotUnderstood(String typed, EmailAddressFault fault) implements Item {}
    }
}
