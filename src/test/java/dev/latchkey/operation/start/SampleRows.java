package dev.latchkey.operation.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** A few rows for each table, which any version of the table takes, and what there is of all rows. */
final class SampleRows {

    /** An INSERT a table, on a line of its own, a table after those that it refers to. */
    private static final Path INSERTS = Path.of("src/test/resources/schemas/rows.sql");

    private static final Pattern INSERT = Pattern.compile("INSERT INTO (\\w+) .*;");

    private SampleRows() {}

    /** Into each table that is there and holds none of them yet. */
    static void insertInto(JdbcTemplate owner) {
        var tables = tables(owner);
        inserts().forEach((table, insert) -> {
            if (tables.contains(table) && !holdsSamples(owner, table)) {
                owner.execute(insert);
            }
        });
    }

    /** Every row of every table but those of Liquibase. */
    static Map<String, List<Map<String, Object>>> of(JdbcTemplate owner) {
        var rows = new TreeMap<String, List<Map<String, Object>>>();
        for (var table : tables(owner)) {
            rows.put(
                    table,
                    owner.queryForList("SELECT * FROM " + table).stream()
                            .map(SampleRows::comparable)
                            .sorted(Comparator.comparing(SampleRows::key))
                            .toList());
        }
        return rows;
    }

    /** No key of a table has more columns, and they come first. */
    private static String key(Map<String, Object> row) {
        return row.values().stream().limit(2).map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Map<String, Object> comparable(Map<String, Object> row) {
        var comparable = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> comparable.put(
                column, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value));
        return comparable;
    }

    /** The group that the schema itself makes is no sample. */
    private static boolean holdsSamples(JdbcTemplate owner, String table) {
        var condition =
                table.startsWith("user_group") ? (table.equals("user_group") ? "id" : "user_group") + " = 100" : "TRUE";
        return Boolean.TRUE.equals(
                owner.queryForObject("SELECT COUNT(*) > 0 FROM " + table + " WHERE " + condition, Boolean.class));
    }

    private static List<String> tables(JdbcTemplate owner) {
        return owner.queryForList(
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                        + " AND TABLE_NAME NOT LIKE 'DATABASECHANGELOG%' ORDER BY TABLE_NAME",
                String.class);
    }

    private static Map<String, String> inserts() {
        var inserts = new LinkedHashMap<String, String>();
        try {
            for (var line : Files.readAllLines(INSERTS)) {
                var insert = INSERT.matcher(line);
                if (!insert.matches()) {
                    throw new IllegalStateException("No INSERT: " + line);
                }
                inserts.put(insert.group(1), line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inserts;
    }
}
