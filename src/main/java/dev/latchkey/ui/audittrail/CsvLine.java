package dev.latchkey.ui.audittrail;

import dev.latchkey.common.text.BoundedText;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of separated values as of RFC 4180, every cell in quotes, with the separator that the reader's spreadsheet expects: the comma, or
 * the semicolon where the comma is part of numbers. A spreadsheet takes a cell for a formula by how it begins,
 * quotes or not, and some of those open programs and addresses; an apostrophe before it makes it a text.
 */
final class CsvLine {

    private static final String FORMULA_BEGINNINGS = "=+-@";
    // A spreadsheet that is told another separator cuts the cell there
    private static final Pattern BEHIND_A_SEPARATOR = Pattern.compile("([,;|][\\s\"]*)(?=[=+@\\-＝＋＠－])");
    private static final String BREAKS = "\t\r\n";
    private static final int ONE_CHARACTER = 2;

    private static final Set<String> SEMICOLON_ALL_THE_SAME = Set.of("CH", "LI");

    private final String separator;

    private CsvLine(String separator) {
        this.separator = separator;
    }

    /** Lines for the spreadsheet of somebody who may have set it to any of these locales. */
    static CsvLine of(Locale... locales) {
        return new CsvLine(Arrays.stream(locales).anyMatch(CsvLine::separatesBySemicolon) ? ";" : ",");
    }

    private static boolean separatesBySemicolon(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ','
                || SEMICOLON_ALL_THE_SAME.contains(locale.getCountry());
    }

    /** The cells, with the line's end. */
    String of(String... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(separator, "", "\r\n"));
    }

    private static String cell(String text) {
        var harmless = BEHIND_A_SEPARATOR
                .matcher(beginsFormula(text) ? "'" + text : text)
                .replaceAll("$1'");
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
