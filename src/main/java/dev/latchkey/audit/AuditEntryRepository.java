package dev.latchkey.audit;

import dev.latchkey.common.text.Search;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The entries of the audit trail, which are added and read, but never changed. */
interface AuditEntryRepository extends Repository<AuditEntry, Long> {

    /** The entries that match an {@link AuditFilter}. */
    String MATCHING = "(" + Search.IN_AUDIT_ENTRIES + """
            AND (:anyAction OR action IN (:actions))
            AND occurred_at >= :from AND occurred_at < :before)
            """;

    /**
     * Adds an entry, or does the same work without adding one.
     *
     * @param due whether to add one
     */
    @Modifying
    @Query("""
            INSERT INTO audit_entry (occurred_at, action, actor_id, actor, subject_id, subject, detail, address)
            SELECT :now, :action, :actorId, :actor, :subjectId, :subject, :detail, :address
            FROM DUAL WHERE :due
            """)
    void append(
            boolean due,
            Instant now,
            AuditAction action,
            @Nullable Long actorId,
            String actor,
            @Nullable Long subjectId,
            String subject,
            String detail,
            String address);

    /**
     * A page of the matching entries, newest first.
     *
     * @param search a {@link Search#term}
     * @param actions at least one; ignored if any action matches
     */
    @Query("""
            SELECT id, occurred_at, action, actor, subject, detail, address FROM audit_entry
            WHERE\s""" + MATCHING + """
            ORDER BY occurred_at DESC, id DESC LIMIT :limit OFFSET :offset
            """)
    List<AuditEntry> page(
            String search,
            boolean anyAction,
            Collection<AuditAction> actions,
            Instant from,
            Instant before,
            int limit,
            int offset);

    /** Like {@link #page}, for the entries older than a given one. */
    // The first condition lets the index on the time be used
    @Query("""
            SELECT id, occurred_at, action, actor, subject, detail, address FROM audit_entry
            WHERE\s""" + MATCHING + """
              AND occurred_at <= :lastTime AND (occurred_at < :lastTime OR id < :lastId)
            ORDER BY occurred_at DESC, id DESC LIMIT :limit
            """)
    List<AuditEntry> pageAfter(
            Instant lastTime,
            long lastId,
            String search,
            boolean anyAction,
            Collection<AuditAction> actions,
            Instant from,
            Instant before,
            int limit);

    @Query("SELECT EXISTS (SELECT 1 FROM audit_entry WHERE action = :action)")
    boolean hasOne(AuditAction action);
}
