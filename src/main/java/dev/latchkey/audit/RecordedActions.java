package dev.latchkey.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells other features whether something was ever done, without the details that only readers of the audit trail may see. */
@Component
public class RecordedActions {

    private final AuditEntryRepository entries;

    RecordedActions(AuditEntryRepository entries) {
        this.entries = entries;
    }

    /** Whether the trail has an entry for the action; entries that were pruned do not count. */
    @Transactional(readOnly = true)
    public boolean contain(AuditAction action) {
        return entries.hasOne(action);
    }
}
