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

    String SELECT = """
            SELECT id, occurred_at, action, actor_id, actor, subject_id, subject, detail, address,
                   COALESCE(browser, '') AS browser
            FROM audit_entry
            """;

    /** The entries that match an {@link AuditFilter}. */
    String MATCHING = "(" + Search.IN_AUDIT_ENTRIES + """
            AND (:actor = '' OR INSTR(WEIGHT_STRING(actor COLLATE utf8mb4_uca1400_ai_ci),
                                      WEIGHT_STRING(:actor COLLATE utf8mb4_uca1400_ai_ci)) > 0)
            AND (:target = '' OR INSTR(WEIGHT_STRING(subject COLLATE utf8mb4_uca1400_ai_ci),
                                       WEIGHT_STRING(:target COLLATE utf8mb4_uca1400_ai_ci)) > 0)
            AND (:actorId IS NULL OR actor_id = :actorId)
            AND (:targetId IS NULL OR subject_id = :targetId)
            AND (:ip = '' OR LEFT(address, CHAR_LENGTH(:ip)) = :ip)
            AND (LENGTH(:low) = 0 OR LENGTH(INET6_ATON(address)) = LENGTH(:low)
                                     AND INET6_ATON(address) BETWEEN :low AND :high)
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
            INSERT INTO audit_entry (occurred_at, action, actor_id, actor, subject_id, subject, detail, address, browser)
            SELECT :now, :action, :actorId, :actor, :subjectId, :subject, :detail, :address, :browser
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
            String address,
            String browser);

    /**
     * A page of the matching entries, newest first.
     *
     * @param search a {@link Search#term}, as are the actor and the target
     * @param low the first address, empty without a range; the length tells the kind of addresses
     * @param actions at least one; ignored if any action matches
     */
    @Query(SELECT + """
            WHERE\s""" + MATCHING + """
            ORDER BY occurred_at DESC, id DESC LIMIT :limit OFFSET :offset
            """)
    List<AuditEntry> page(
            String search,
            String actor,
            String target,
            @Nullable Long actorId,
            @Nullable Long targetId,
            String ip,
            byte[] low,
            byte[] high,
            boolean anyAction,
            Collection<AuditAction> actions,
            Instant from,
            Instant before,
            int limit,
            int offset);

    /** Like {@link #page}, for the entries older than a given one. */
    // The first condition lets the index on the time be used
    @Query(SELECT + """
            WHERE\s""" + MATCHING + """
              AND occurred_at <= :lastTime AND (occurred_at < :lastTime OR id < :lastId)
            ORDER BY occurred_at DESC, id DESC LIMIT :limit
            """)
    List<AuditEntry> pageAfter(
            Instant lastTime,
            long lastId,
            String search,
            String actor,
            String target,
            @Nullable Long actorId,
            @Nullable Long targetId,
            String ip,
            byte[] low,
            byte[] high,
            boolean anyAction,
            Collection<AuditAction> actions,
            Instant from,
            Instant before,
            int limit);

    /** The latest entries of a user, newest first. */
    // Each half reads no further in its index than the limit
    @Query(SELECT + """
            JOIN (
                (SELECT id FROM audit_entry WHERE subject_id = :user ORDER BY id DESC LIMIT :limit)
                UNION
                (SELECT id FROM audit_entry WHERE actor_id = :user ORDER BY id DESC LIMIT :limit)
            ) latest USING (id)
            ORDER BY id DESC LIMIT :limit
            """)
    List<AuditEntry> latestOf(long user, int limit);

    @Query("SELECT EXISTS (SELECT 1 FROM audit_entry WHERE action = :action)")
    boolean hasOne(AuditAction action);
}
