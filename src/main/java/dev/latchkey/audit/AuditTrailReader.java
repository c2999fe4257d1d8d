package dev.latchkey.audit;

import dev.latchkey.common.text.Search;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail, newest entries first. */
@Service
public class AuditTrailReader {

    // By the permission's name, because this module cannot use the types of the users' module
    private static final String VIEWERS = "hasAuthority('VIEW_AUDIT_TRAIL')";

    // IN does not accept an empty list
    private static final Set<AuditAction> ANY_ACTION = Set.of(AuditAction.SIGNED_OUT);

    private final AuditEntryRepository entries;
    private final AuditTrail auditTrail;

    AuditTrailReader(AuditEntryRepository entries, AuditTrail auditTrail) {
        this.entries = entries;
        this.auditTrail = auditTrail;
    }

    /** A page of the entries that match the filter. */
    @PreAuthorize(VIEWERS)
    @Transactional(readOnly = true)
    public List<AuditEntry> page(AuditFilter filter, int offset, int limit) {
        return entries.page(
                Search.term(filter.search()),
                Search.term(filter.actor()),
                Search.term(filter.target()),
                filter.actorId(),
                filter.targetId(),
                filter.ip().beginning(),
                filter.ip().low(),
                filter.ip().high(),
                filter.actions().isEmpty(),
                actions(filter),
                filter.from(),
                filter.before(),
                limit,
                offset);
    }

    /** The entries after the given one, or the first ones; as fast for the last of a million as for the first. */
    @PreAuthorize(VIEWERS)
    @Transactional(readOnly = true)
    public List<AuditEntry> pageAfter(@Nullable AuditEntry last, AuditFilter filter, int limit) {
        return entries.pageAfter(
                last == null ? AuditFilter.LATEST : last.occurredAt(),
                last == null ? Long.MAX_VALUE : last.id(),
                Search.term(filter.search()),
                Search.term(filter.actor()),
                Search.term(filter.target()),
                filter.actorId(),
                filter.targetId(),
                filter.ip().beginning(),
                filter.ip().low(),
                filter.ip().high(),
                filter.actions().isEmpty(),
                actions(filter),
                filter.from(),
                filter.before(),
                limit);
    }

    /** The latest entries about a user or by them, whatever their address was. */
    @PreAuthorize(VIEWERS)
    @Transactional(readOnly = true)
    public List<AuditEntry> latestOf(long userId, int limit) {
        return entries.latestOf(userId, limit);
    }

    /** Records that somebody exports a copy. */
    @PreAuthorize(VIEWERS + " and authentication.principal.userId == #actorId")
    @Transactional
    public void recordExport(long actorId) {
        auditTrail.record(AuditAction.AUDIT_TRAIL_EXPORTED, actorId, null, "");
    }

    private static Set<AuditAction> actions(AuditFilter filter) {
        return filter.actions().isEmpty() ? ANY_ACTION : filter.actions();
    }
}
