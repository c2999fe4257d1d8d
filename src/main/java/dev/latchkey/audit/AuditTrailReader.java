package dev.latchkey.audit;

import dev.latchkey.common.text.Search;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail, the newest entries first. */
@Service
public class AuditTrailReader {

    // By what the permission is called, for the trail stands below the users and knows none of their types
    private static final String VIEWERS = "hasAuthority('VIEW_AUDIT_TRAIL')";

    private static final String MATCHING = """
            SELECT id, occurred_at, action, actor, subject, detail, address FROM audit_entry
            WHERE """ + Search.in("actor", "subject") + """
              AND (:anyAction OR action IN (:actions))
              AND occurred_at >= :from AND occurred_at < :before
            """;

    private static final String NEWEST_FIRST = " ORDER BY occurred_at DESC, id DESC LIMIT :limit";

    // The first half is what the index on the time can do
    private static final String AND_OLDER =
            "AND occurred_at <= :lastTime AND (occurred_at < :lastTime OR id < :lastId)";

    private static final Set<String> NO_ACTION = Set.of("");

    private final JdbcClient jdbc;
    private final AuditTrail auditTrail;

    AuditTrailReader(JdbcClient jdbc, AuditTrail auditTrail) {
        this.jdbc = jdbc;
        this.auditTrail = auditTrail;
    }

    /** Some of the entries that the filter lets pass. */
    @PreAuthorize(VIEWERS)
    @Transactional(readOnly = true)
    public List<AuditEntry> page(AuditFilter filter, int offset, int limit) {
        return matching(MATCHING + NEWEST_FIRST + " OFFSET :offset", filter, limit)
                .param("offset", offset)
                .query(AuditEntry.class)
                .list();
    }

    /** The entries that follow after that one, or the first; as quick for the last as for the first of a million. */
    @PreAuthorize(VIEWERS)
    @Transactional(readOnly = true)
    public List<AuditEntry> pageAfter(@Nullable AuditEntry last, AuditFilter filter, int limit) {
        return matching(MATCHING + AND_OLDER + NEWEST_FIRST, filter, limit)
                .param("lastTime", last == null ? AuditFilter.LATEST : last.occurredAt())
                .param("lastId", last == null ? Long.MAX_VALUE : last.id())
                .query(AuditEntry.class)
                .list();
    }

    /** Notes that somebody takes a copy away. */
    @PreAuthorize(VIEWERS + " and authentication.principal.userId == #actorId")
    @Transactional
    public void recordExport(long actorId) {
        auditTrail.record(AuditAction.AUDIT_TRAIL_EXPORTED, actorId, null, "");
    }

    private StatementSpec matching(String sql, AuditFilter filter, int limit) {
        return jdbc.sql(sql)
                .param("search", Search.term(filter.search()))
                .param("anyAction", filter.actions().isEmpty())
                .param(
                        "actions",
                        filter.actions().isEmpty()
                                ? NO_ACTION
                                : filter.actions().stream().map(Enum::name).toList())
                .param("from", filter.from())
                .param("before", filter.before())
                .param("limit", limit);
    }
}
