package dev.latchkey.security;

import dev.latchkey.demo.EmbeddedMariaDb;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What somebody can do to the audit trail who owns the database, and what makes it undone. */
final class Tampering implements AutoCloseable {

    private static final List<String> TABLES = List.of("audit_entry", "audit_seal");

    private final JdbcTemplate owner;
    private final List<String> triggers = new ArrayList<>();

    /** Takes the triggers away that not even the owner passes. */
    Tampering(String jdbcUrl) {
        owner = new JdbcTemplate(new DriverManagerDataSource(jdbcUrl, EmbeddedMariaDb.OWNER, EmbeddedMariaDb.OWNER));
        for (var table : TABLES) {
            owner.execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table);
        }
        for (var name : owner.queryForList(
                "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()",
                String.class)) {
            triggers.add(owner.queryForObject(
                    "SHOW CREATE TRIGGER " + name, (row, number) -> row.getString("SQL Original Statement")));
            owner.execute("DROP TRIGGER " + name);
        }
    }

    void with(String sql, Object... arguments) {
        owner.update(sql, arguments);
    }

    @Override
    public void close() {
        for (var table : TABLES) {
            owner.execute("DELETE FROM " + table);
            owner.execute("INSERT INTO " + table + " SELECT * FROM kept_" + table);
            owner.execute("DROP TABLE kept_" + table);
        }
        triggers.forEach(owner::execute);
    }
}
