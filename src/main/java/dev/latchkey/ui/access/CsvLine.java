package dev.latchkey.ui.access;

import dev.latchkey.component.BoundedText;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A line of comma-separated values as of RFC 4180, every cell in quotes. A spreadsheet takes a cell for a formula by how it begins,
 * quotes or not, and some of those open programs and addresses; an apostrophe before it makes it a text.
 */
final class CsvLine {

    private static final String FORMULA_BEGINNINGS = "=+-@";
    private static final String BREAKS = "\t\r\n";
    private static final int ONE_CHARACTER = 2;

    private CsvLine() {}

    /** The cells, with the line's end. */
    static String of(String... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var harmless = beginsFormula(text) ? "'" + text : text;
        return '"' + harmless.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ").replace("\"", "\"\"") + '"';
    }

    /** By the first character that is neither blank nor invisible; the full-width forms count as what they look like. */
    private static boolean beginsFormula(String text) {
        var first = text.codePoints()
                .dropWhile(character -> isInvisible(character) && BREAKS.indexOf(character) < 0)
                .findFirst();
        if (first.isEmpty()) {
            return false;
        }
        return BoundedText.compatible(Character.toString(first.getAsInt()), ONE_CHARACTER)
                .filter(plain -> BREAKS.contains(plain) || FORMULA_BEGINNINGS.contains(plain))
                .isPresent();
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
