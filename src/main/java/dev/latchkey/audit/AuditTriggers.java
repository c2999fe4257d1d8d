package dev.latchkey.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries whether the triggers act that keep the audit trail, in a transaction that is undone. Not by asking which there are: the
 * application's user is not told.
 */
@Component
public class AuditTriggers {

    private static final String RECORDED_AT = "audit_entry_recorded_at";

    private static final String ENTRY = """
            INSERT INTO audit_entry (id, occurred_at, recorded_at, action)
            VALUES (-1, '2000-01-01', '2000-01-01', 'SIGNED_OUT')
            """;

    private static final String IS_DATED_BACK =
            "SELECT LEAST(occurred_at, recorded_at) < '2001-01-01' FROM audit_entry WHERE id = -1";

    private static final String SEAL = """
            INSERT INTO audit_seal (id, first_entry_id, last_entry_id, entry_count, entries_hash, sealed_at, key_id, code)
            VALUES (-1, 0, 0, 0, REPEAT('x', 32), '2000-01-01', 0, REPEAT('x', 32))
            """;

    private static final List<Map.Entry<String, String>> FORBIDDEN = List.of(
            Map.entry("audit_entry_no_update", "UPDATE audit_entry SET detail = 'x' WHERE id = -1"),
            Map.entry("audit_entry_no_delete", "DELETE FROM audit_entry WHERE id = -1"),
            Map.entry("audit_seal_no_update", "UPDATE audit_seal SET key_id = 1 WHERE id = -1"),
            Map.entry("audit_seal_no_delete", "DELETE FROM audit_seal WHERE id = -1"));

    // A trigger's SIGNAL, or a user who may not even try
    private static final Set<Integer> REFUSALS = Set.of(1644, 1142);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuditTriggers(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The names of those that do not act. */
    public List<String> missing() {
        return transaction.execute(undone -> {
            undone.setRollbackOnly();
            var missing = new ArrayList<String>();
            jdbc.sql(ENTRY).update();
            jdbc.sql(SEAL).update();
            if (jdbc.sql(IS_DATED_BACK).query(Boolean.class).single()) {
                missing.add(RECORDED_AT);
            }
            FORBIDDEN.stream()
                    .filter(attempt -> succeeds(attempt.getValue()))
                    .map(Map.Entry::getKey)
                    .forEach(missing::add);
            return missing;
        });
    }

    private boolean succeeds(String statement) {
        try {
            jdbc.sql(statement).update();
            return true;
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause && REFUSALS.contains(cause.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }
}
