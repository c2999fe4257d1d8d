package dev.latchkey.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks that the triggers that protect the audit trail work, by trying them in a transaction that is rolled back. The
 * application's database user cannot list triggers.
 */
@Component
public class AuditTriggers {

    private static final String RECORDED_AT = "audit_entry_recorded_at";

    private static final List<Map.Entry<String, Consumer<AuditTriggerRepository>>> FORBIDDEN = List.of(
            Map.entry("audit_entry_no_update", AuditTriggerRepository::updateEntry),
            Map.entry("audit_entry_no_delete", AuditTriggerRepository::deleteEntry),
            Map.entry("audit_seal_no_update", AuditTriggerRepository::updateSeal),
            Map.entry("audit_seal_no_delete", AuditTriggerRepository::deleteSeal));

    // A trigger's SIGNAL, or a user without the privilege to try
    private static final Set<Integer> REFUSALS = Set.of(1644, 1142);

    private final AuditTriggerRepository trail;
    private final TransactionTemplate transaction;

    AuditTriggers(AuditTriggerRepository trail, TransactionTemplate transaction) {
        this.trail = trail;
        this.transaction = transaction;
    }

    /** The names of the triggers that do not work. */
    public List<String> missing() {
        return transaction.execute(undone -> {
            undone.setRollbackOnly();
            var missing = new ArrayList<String>();
            trail.insertEntry();
            trail.insertSeal();
            if (trail.isDatedBack()) {
                missing.add(RECORDED_AT);
            }
            FORBIDDEN.stream()
                    .filter(attempt -> succeeds(attempt.getValue()))
                    .map(Map.Entry::getKey)
                    .forEach(missing::add);
            return missing;
        });
    }

    private boolean succeeds(Consumer<AuditTriggerRepository> attempt) {
        try {
            attempt.accept(trail);
            return true;
        } catch (DataAccessException e) {
            if (areCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether the triggers, or the privileges of the database user, refused what failed; false if the database itself failed. */
    public static boolean areCauseOf(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                && REFUSALS.contains(cause.getErrorCode());
    }
}
