package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.common.csv.CsvLine;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.address.TableCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * People in a table: address, name and groups, under headings in any order. Without headings, the address is the cell with an @, and
 * name and groups are the other cells in this order. What our own export has written comes back as it was.
 */
final class UserTable {

    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[,;|\\n]");
    private static final int MOST_GROUPS = 50;

    private UserTable() {}

    static List<ImportedPerson> read(CsvTable table) {
        var rows = table.rows();
        if (rows.isEmpty()) {
            return List.of();
        }
        var columns = Columns.of(rows.getFirst());
        var people = new ArrayList<ImportedPerson>();
        rows.stream().skip(columns.isPresent() ? 1 : 0).forEach(row -> {
            ImportFile.requireRoom(people.size());
            people.add(person(row, columns.orElseGet(() -> Columns.guessed(row))));
        });
        return people;
    }

    private static ImportedPerson person(CsvTable.Row row, Columns columns) {
        var typed = CsvLine.textOf(row.cell(columns.address()));
        var remarks = EnumSet.noneOf(ImportRemark.class);
        var reading = TableCells.address(typed);
        Optional<EmailAddress> email = Optional.empty();
        switch (reading) {
            case EmailAddress.Reading.Understood(var address) -> email = Optional.of(address);
            case EmailAddress.Reading.Refused(var fault) ->
                remarks.add(typed.isBlank() ? ImportRemark.NO_ADDRESS : ImportRemark.ADDRESS_REFUSED);
        }
        var written = CsvLine.textOf(columns.nameIn(row));
        var name = TableCells.name(written);
        if (name.isEmpty() && !written.isEmpty()) {
            remarks.add(ImportRemark.NAME_REFUSED);
        }
        return new ImportedPerson(
                row.line(),
                typed,
                email,
                name,
                groups(CsvLine.textOf(row.cell(columns.groups()))),
                true,
                Optional.empty(),
                Optional.empty(),
                remarks);
    }

    private static List<String> groups(String cell) {
        return Arrays.stream(BETWEEN_GROUPS.split(cell))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_GROUPS)
                .toList();
    }

    /** Where what is; -1 for nowhere. */
    private record Columns(int address, int name, int given, int family, int groups) {

        private static final int NONE = -1;

        static Optional<Columns> of(CsvTable.Row header) {
            var headings = header.cells().stream().map(TableCells::heading).toList();
            var address = headings.indexOf(TableCells.Heading.ADDRESS);
            return address < 0 || header.cells().stream().anyMatch(cell -> cell.indexOf('@') >= 0)
                    ? Optional.empty()
                    : Optional.of(new Columns(
                            address,
                            headings.indexOf(TableCells.Heading.NAME),
                            headings.indexOf(TableCells.Heading.GIVEN_NAME),
                            headings.indexOf(TableCells.Heading.FAMILY_NAME),
                            headings.indexOf(TableCells.Heading.GROUPS)));
        }

        static Columns guessed(CsvTable.Row row) {
            var address = 0;
            while (address < row.cells().size() - 1 && row.cells().get(address).indexOf('@') < 0) {
                address++;
            }
            var name = address == 0 ? 1 : 0;
            var groups = Math.max(address, name) + 1;
            return new Columns(address, name, NONE, NONE, groups);
        }

        String nameIn(CsvTable.Row row) {
            var whole = row.cell(name);
            return whole.isEmpty() ? (row.cell(given) + " " + row.cell(family)).strip() : whole;
        }
    }
}
