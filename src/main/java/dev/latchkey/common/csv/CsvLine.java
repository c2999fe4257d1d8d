package dev.latchkey.common.csv;

import dev.latchkey.common.text.BoundedText;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of separated values according to RFC 4180, every cell quoted, with the separator that the reader's spreadsheet expects: the
 * comma, or the semicolon if the comma is the decimal separator. A spreadsheet recognises a formula by its first character, quoted
 * or not, and some formulas open programs and URLs; a leading apostrophe makes it a text.
 */
public final class CsvLine {

    private static final String FORMULA_BEGINNINGS = "=+-@";
    // A spreadsheet with another separator splits the cell there
    private static final Pattern BEHIND_A_SEPARATOR = Pattern.compile("([,;|][\\s\"]*)(?=[=+@\\-＝＋＠－])");
    private static final Pattern APOSTROPHE_BEHIND_A_SEPARATOR = Pattern.compile("([,;|][\\s\"]*)'(?=[=+@\\-＝＋＠－])");
    private static final String BREAKS = "\t\r\n";
    private static final int ONE_CHARACTER = 2;

    private static final Set<String> SEMICOLON_ALL_THE_SAME = Set.of("CH", "LI");

    private final String separator;

    private CsvLine(String separator) {
        this.separator = separator;
    }

    /** Lines for a spreadsheet that may be set to any of these locales. */
    public static CsvLine of(Locale... locales) {
        return new CsvLine(Arrays.stream(locales).anyMatch(CsvLine::separatesBySemicolon) ? ";" : ",");
    }

    private static boolean separatesBySemicolon(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ','
                || SEMICOLON_ALL_THE_SAME.contains(locale.getCountry());
    }

    /** The cells, with the line end. */
    public String of(String... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(separator, "", "\r\n"));
    }

    /** What was in the cell of a file that {@link #of} has written: without the apostrophes before what would be a formula. */
    public static String textOf(String cell) {
        var whole = cell.startsWith("'") && beginsFormula(cell.substring(1)) ? cell.substring(1) : cell;
        return APOSTROPHE_BEHIND_A_SEPARATOR.matcher(whole).replaceAll("$1");
    }

    private static String cell(String text) {
        var harmless = BEHIND_A_SEPARATOR
                .matcher(beginsFormula(text) ? "'" + text : text)
                .replaceAll("$1'");
        return '"' + harmless.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ").replace("\"", "\"\"") + '"';
    }

    /** By the first character that is neither a space nor invisible; full-width forms count as the characters that they look like. */
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
