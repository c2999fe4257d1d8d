package dev.latchkey.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that the database holds, but for what refusals are there to leave behind: counts of wrong passwords and codes and of links asked for, lines in
 * the audit trail, and the notice to a user whose code is being guessed.
 */
public record StoredState(Map<String, List<Map<String, Object>>> rows) {

    private static final Set<String> COUNTS_OF_REFUSALS =
            Set.of("password_attempt", "sign_in_pressure", "password_reset_request", "refused_passwords");
    private static final Set<String> WRITTEN_IN_THE_BACKGROUND =
            Set.of("audit_seal", "keyset_node", "databasechangelog", "databasechangeloglock");
    private static final Set<String> COUNTS_OF_WRONG_CODES = Set.of("wrong_codes", "no_code_before");
    private static final Map<String, String> TRACES_OF_REFUSALS = Map.of(
            "audit_entry", "action NOT IN ('PASSWORD_REFUSED', 'CODE_REFUSED')",
            "outbox_message", "kind <> 'WRONG_CODES'",
            "outbox_pace", "kind <> 'WRONG_CODES'");

    /** Reads it. */
    public static StoredState of(JdbcTemplate jdbc) {
        var rows = new TreeMap<String, List<Map<String, Object>>>();
        jdbc
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
                        String.class)
                .stream()
                .map(table -> table.toLowerCase(java.util.Locale.ROOT))
                .filter(table -> !COUNTS_OF_REFUSALS.contains(table) && !WRITTEN_IN_THE_BACKGROUND.contains(table))
                .forEach(table -> rows.put(table, read(jdbc, table)));
        return new StoredState(rows);
    }

    private static List<Map<String, Object>> read(JdbcTemplate jdbc, String table) {
        var rows = jdbc.queryForList(
                "SELECT * FROM " + table + " WHERE " + TRACES_OF_REFUSALS.getOrDefault(table, "TRUE"));
        rows.forEach(row -> {
            row.keySet().removeAll(COUNTS_OF_WRONG_CODES);
            row.replaceAll((column, value) ->
                    value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value);
        });
        return rows;
    }
}
