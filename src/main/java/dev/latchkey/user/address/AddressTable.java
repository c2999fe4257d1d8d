package dev.latchkey.user.address;

import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.user.EmailAddressFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows and columns from a spreadsheet or a CSV file: one person per row.
 *
 * @param delimiter separates the columns
 * @param header the cells of the first row, in lower case; empty if it is a row like the others
 */
record AddressTable(char delimiter, List<String> header) {

    /** Without a header; columns are separated by tabs. */
    static final AddressTable NONE = new AddressTable('\t', List.of());

    static final Set<String> WHOLE_NAMES =
            Set.of("name", "full name", "display name", "vollständiger name", "anzeigename");
    static final Set<String> GIVEN_NAMES = Set.of("first name", "firstname", "given name", "vorname");
    static final Set<String> FAMILY_NAMES =
            Set.of("last name", "lastname", "surname", "family name", "nachname", "familienname");

    // No dot: the name of a mail server is not a heading
    private static final Pattern OF_ADDRESSES = Pattern.compile(
            "(?:(?:work|business|company|primary) )?(?:e[- ]?)?mail(?:[-_ ]?(?:id|address|adresse)(?:es|n)?)?");

    private static final int LONGEST_HEADER = 1_000;

    /** The table with that line as its header; without a header if the line is not one. */
    static AddressTable headedBy(String line) {
        if (line.indexOf('@') >= 0 || line.length() > LONGEST_HEADER) {
            return NONE;
        }
        for (var delimiter : new char[] {'\t', ';', ','}) {
            var cells = cells(line, delimiter).stream()
                    .map(cell -> InvisibleCharacters.strip(cell).toLowerCase(Locale.ROOT))
                    .toList();
            if (cells.stream().anyMatch(AddressTable::isOfAddresses)
                    || delimiter == '\t' && cells.size() > 1 && cells.stream().anyMatch(AddressTable::isOfNames)) {
                return new AddressTable(delimiter, cells);
            }
        }
        return NONE;
    }

    boolean hasHeader() {
        return !header.isEmpty();
    }

    /** Whether the line has columns. */
    boolean isRow(String line) {
        return line.indexOf('\t') >= 0 || hasHeader() && line.indexOf(delimiter) >= 0;
    }

    /** Parses a row: the address in the column with that heading, or in any column, and the name. */
    void read(String line, AddressFindings findings) {
        var cells = cells(line, line.indexOf('\t') >= 0 ? '\t' : delimiter);
        var addresses = addressColumns(cells);
        if (addresses.isEmpty()) {
            findings.notUnderstood(line, EmailAddressFault.NO_ADDRESS);
        } else if (addresses.size() == 1
                && AddressToken.of(cells.get(addresses.getFirst())).size() == 1) {
            var token = AddressToken.of(cells.get(addresses.getFirst())).getFirst();
            findings.add(line, PastedAddress.read(token.text()), ProposedName.of(name(cells, addresses.getFirst())));
        } else {
            addresses.forEach(column -> new AddressLine(cells.get(column), findings).read());
        }
    }

    private List<Integer> addressColumns(List<String> cells) {
        var columns = new ArrayList<Integer>();
        for (var column = 0; column < cells.size(); column++) {
            if (cells.get(column).indexOf('@') >= 0) {
                columns.add(column);
            }
        }
        // A list of addresses under a single heading is not a table row
        if (columns.size() < 2 || header.size() < 2 || cells.size() > header.size()) {
            return columns;
        }
        var headed = columns.stream().filter(column -> isOfAddresses(header.get(column)));
        return headed.findFirst().map(List::of).orElse(columns);
    }

    private String name(List<String> cells, int address) {
        var whole = under(WHOLE_NAMES, cells);
        var parts = (under(GIVEN_NAMES, cells) + " " + under(FAMILY_NAMES, cells)).strip();
        if (!whole.isEmpty() || !parts.isEmpty()) {
            return parts.isEmpty() ? whole : parts;
        }
        var before = cells.subList(0, address).stream()
                .map(String::strip)
                .filter(cell -> cell.codePoints().anyMatch(Character::isLetter))
                .collect(Collectors.joining(" "));
        return !before.isEmpty() || address + 1 == cells.size() ? before : cells.get(address + 1);
    }

    private String under(Set<String> headings, List<String> cells) {
        for (var column = 0; column < Math.min(header.size(), cells.size()); column++) {
            if (headings.contains(header.get(column))) {
                return cells.get(column).strip();
            }
        }
        return "";
    }

    static boolean isOfAddresses(String heading) {
        return OF_ADDRESSES.matcher(heading).matches();
    }

    private static boolean isOfNames(String heading) {
        return WHOLE_NAMES.contains(heading) || GIVEN_NAMES.contains(heading) || FAMILY_NAMES.contains(heading);
    }

    /** Cells, quoted if they contain the delimiter (RFC 4180). */
    private static List<String> cells(String line, char delimiter) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var character = line.charAt(i);
            if (quoted && character == '"' && line.startsWith("\"", i + 1)) {
                cell.append(line.charAt(++i));
            } else if (character == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (character == delimiter && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
