package dev.latchkey.common.text;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How every list is searched: for a part of a text, whatever its case, its accents and the number of blanks in it. The database
 * compares what letters weigh in its collation (UTS #10); with {@code LIKE}, an ß would be no ss, and some characters would stand
 * for any.
 */
public final class Search {

    /** The longest text that is looked for, in UTF-16 units: that of an email address. */
    public static final int LENGTH = 254;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Search() {}

    /** A condition of SQL: one of these columns contains {@code :search}, which is a {@link #term}; true for an empty one. */
    public static String in(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "INSTR(" + weight(column) + ", " + weight(":search") + ") > 0")
                .collect(Collectors.joining(" OR ", "(:search = '' OR ", ")"));
    }

    /** What to look for, of what somebody typed. */
    public static String term(String typed) {
        var end = Math.min(typed.length(), LENGTH);
        return BLANKS.matcher(typed.substring(0, end)).replaceAll(" ").strip();
    }

    private static String weight(String text) {
        return "WEIGHT_STRING(" + text + " COLLATE utf8mb4_uca1400_ai_ci)";
    }
}
