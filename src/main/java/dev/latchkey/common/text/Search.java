package dev.latchkey.common.text;

import java.util.regex.Pattern;

/**
 * How every list is searched: for a part of a text, whatever its case, its accents and the number of blanks in it. The database
 * compares what letters weigh in its collation (UTS #10); with {@code LIKE}, an ß would be no ss, and some characters would stand
 * for any.
 */
public final class Search {

    /** The longest text that is looked for, in UTF-16 units: that of an email address. */
    public static final int LENGTH = 254;

    /** A condition of SQL: the name or the address of a user {@code u} contains {@code :search}, which is a {@link #term}; true for an empty one. */
    public static final String IN_USERS = """
            (:search = ''
             OR INSTR(WEIGHT_STRING(u.name COLLATE utf8mb4_uca1400_ai_ci),
                      WEIGHT_STRING(:search COLLATE utf8mb4_uca1400_ai_ci)) > 0
             OR INSTR(WEIGHT_STRING(u.email COLLATE utf8mb4_uca1400_ai_ci),
                      WEIGHT_STRING(:search COLLATE utf8mb4_uca1400_ai_ci)) > 0)
            """;

    /** The same for whoever did something that stands in the audit trail, and to whom or what. */
    public static final String IN_AUDIT_ENTRIES = """
            (:search = ''
             OR INSTR(WEIGHT_STRING(actor COLLATE utf8mb4_uca1400_ai_ci),
                      WEIGHT_STRING(:search COLLATE utf8mb4_uca1400_ai_ci)) > 0
             OR INSTR(WEIGHT_STRING(subject COLLATE utf8mb4_uca1400_ai_ci),
                      WEIGHT_STRING(:search COLLATE utf8mb4_uca1400_ai_ci)) > 0)
            """;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Search() {}

    /** What to look for, of what somebody typed. */
    public static String term(String typed) {
        var end = Math.min(typed.length(), LENGTH);
        return BLANKS.matcher(typed.substring(0, end)).replaceAll(" ").strip();
    }
}
