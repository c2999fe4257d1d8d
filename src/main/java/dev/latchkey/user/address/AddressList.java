package dev.latchkey.user.address;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.EmailAddressFault;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody has typed or pasted where several addresses are taken, read: with names or without, from a mail program, a
 * spreadsheet or by hand. The one reader of such lists; it takes time linear in the text.
 *
 * @param items in the order in which they came; each address once, whatever its case
 */
public record AddressList(List<Item> items) {

    /** The longest text that is read, in characters. */
    public static final int LONGEST = 100_000;

    /** The most items that are read. */
    public static final int MOST = 1_000;

    // The lines of every system, and of Unicode
    private static final Pattern LINES = Pattern.compile("[\\n\\r\\x0b\\f\\x85\\u2028\\u2029]+");

    /** Takes what {@link #read} has read. */
    public AddressList {
        items = List.copyOf(items);
    }

    /**
     * Reads a list.
     *
     * @throws RefusedException where it is too long to be read at once
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

    /** A part of the list. */
    public sealed interface Item {

        /** The part as it was typed, which reads the same again. */
        String typed();

        /**
         * An address.
         *
         * @param name what stood with it and can be proposed as the person's name; empty without any
         */
        record Found(String typed, EmailAddress address, String name) implements Item {}

        /** Something that is no address. */
        record NotUnderstood(String typed, EmailAddressFault fault) implements Item {}
    }
}
