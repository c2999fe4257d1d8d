package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.common.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV file (RFC 4180), separated by comma, semicolon or tab; a quoted cell may contain separators and line ends. */
record CsvTable(List<Row> rows) {

    private static final int MOST_CELLS = 60;
    private static final int LONGEST_CELL = 4_096;
    private static final String SEPARATORS = ",;\t";

    /** A row that says something, and the line on which it begins, from 1. */
    record Row(int line, List<String> cells) {

        /** The cell without surrounding blanks; empty if there is none. */
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /**
     * Parses the table, in time linear in the text.
     *
     * @throws RefusedException if it has too many rows, or a row is no row of a table
     */
    static CsvTable read(String text) {
        return new Reader(text).read();
    }

    private static final class Reader {

        private final String text;
        private final char separator;
        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int line = 1;
        private int begun = 1;
        private boolean quoted;
        private boolean blank = true;

        Reader(String text) {
            this.text = text;
            this.separator = separatorOf(text);
        }

        /** The one that is most frequent in the first line that has any. */
        private static char separatorOf(String text) {
            var first = text.lines().filter(row -> !row.isBlank()).findFirst().orElse("");
            return (char) SEPARATORS
                    .chars()
                    .reduce((one, other) -> count(first, other) > count(first, one) ? other : one)
                    .orElseThrow();
        }

        private static long count(String row, int character) {
            return row.chars().filter(each -> each == character).count();
        }

        CsvTable read() {
            for (var i = 0; i < text.length(); i++) {
                var character = text.charAt(i);
                if (quoted && character == '"' && text.startsWith("\"", i + 1)) {
                    append(character);
                    i++;
                } else if (character == '"' && (quoted || blank)) {
                    quoted = !quoted;
                } else if (!quoted && character == separator) {
                    endCell();
                } else if (character == '\n' || character == '\r' && !text.startsWith("\n", i + 1)) {
                    endLine();
                } else if (character != '\r') {
                    append(character);
                }
            }
            endRow();
            return new CsvTable(List.copyOf(rows));
        }

        private void append(char character) {
            if (cell.length() >= LONGEST_CELL) {
                throw new RefusedException("import.row-too-long", begun);
            }
            cell.append(character);
            blank = blank && Character.isWhitespace(character);
        }

        private void endCell() {
            if (cells.size() >= MOST_CELLS) {
                throw new RefusedException("import.row-too-long", begun);
            }
            cells.add(cell.toString());
            cell.setLength(0);
            blank = true;
        }

        private void endLine() {
            line++;
            if (quoted) {
                append('\n');
            } else {
                endRow();
                begun = line;
            }
        }

        private void endRow() {
            endCell();
            if (cells.stream().anyMatch(each -> !each.isBlank())) {
                // A header may come on top
                ImportFile.requireRoom(rows.size() - 1);
                rows.add(new Row(begun, List.copyOf(cells)));
            }
            cells = new ArrayList<>();
        }
    }
}
