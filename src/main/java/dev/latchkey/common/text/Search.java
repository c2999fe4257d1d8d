package dev.latchkey.common.text;

import java.util.regex.Pattern;

/**
 * How every list is searched: for a part of a text, ignoring case, accents and the number of spaces. The database compares
 * collation weights (UTS #10); with {@code LIKE}, an ß would not match ss, and some characters would match anything.
 */
public final class Search {

    /** The longest search text, in UTF-16 units: that of an email address. */
    public static final int LENGTH = 254;

    /**
     * An expression of SQL: the name by which a user {@code u} is shown and found. Until they sign up and choose one, that is the name
     * that was proposed with the invitation.
     */
    public static final String SHOWN_NAME = "IF(u.status = 'INVITED', u.proposed_name, u.name)";

    /** A condition of SQL: the name or the address of a user {@code u} contains {@code :search}, which is a {@link #term}; true for an empty one. */
    public static final String IN_USERS = """
            (:search = ''
             OR INSTR(WEIGHT_STRING(""" + SHOWN_NAME + """
                       COLLATE utf8mb4_uca1400_ai_ci),
                      WEIGHT_STRING(:search COLLATE utf8mb4_uca1400_ai_ci)) > 0
             OR INSTR(WEIGHT_STRING(u.email COLLATE utf8mb4_uca1400_ai_ci),
                      WEIGHT_STRING(:search COLLATE utf8mb4_uca1400_ai_ci)) > 0)
            """;

    /** The same for the actor and the subject of an audit entry. */
    public static final String IN_AUDIT_ENTRIES = """
            (:search = ''
             OR INSTR(WEIGHT_STRING(actor COLLATE utf8mb4_uca1400_ai_ci),
                      WEIGHT_STRING(:search COLLATE utf8mb4_uca1400_ai_ci)) > 0
             OR INSTR(WEIGHT_STRING(subject COLLATE utf8mb4_uca1400_ai_ci),
                      WEIGHT_STRING(:search COLLATE utf8mb4_uca1400_ai_ci)) > 0)
            """;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Search() {}

    /** The search term for the text that somebody typed. */
    public static String term(String typed) {
        var end = Math.min(typed.length(), LENGTH);
        return BLANKS.matcher(typed.substring(0, end)).replaceAll(" ").strip();
    }
}
