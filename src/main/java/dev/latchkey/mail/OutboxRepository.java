package dev.latchkey.mail;

import java.time.Instant;
import java.util.Collection;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Messages as those see them who put them in; {@link OutboxBatchRepository} adds them. */
interface OutboxRepository extends Repository<OutboxMessage, Long> {

    /**
     * Makes a message that waits for room, and has not been tried yet, stand for one more, which is the latest.
     *
     * @return false if there is none
     */
    @Modifying
    @Query("""
            UPDATE outbox_message
            SET more = more + 1, reference = :reference, happened_at = :now,
                client_address = :address, client_browser = :browser, client_system = :system
            WHERE recipient_id = :recipient AND kind = :kind AND status = 'WAITING' AND attempts = 0 AND claim IS NULL
              AND next_attempt_at > :now
            """)
    boolean sumUp(
            String kind,
            @Param("recipient") long recipientId,
            long reference,
            Instant now,
            String address,
            String browser,
            String system);

    /** Makes a waiting message due; false if there is none of that kind about that. */
    @Modifying
    @Query("""
            UPDATE outbox_message SET next_attempt_at = :now
            WHERE recipient_id = :recipient AND kind = :kind AND reference = :reference
              AND status = 'WAITING'
            """)
    boolean retryNow(String kind, @Param("recipient") long recipientId, long reference, Instant now);

    @Modifying
    @Query("""
            UPDATE outbox_message SET bulk = TRUE
            WHERE recipient_id = :recipient AND status = 'WAITING' AND attempts = 0 AND claim IS NULL
              AND created_at >= :since
            """)
    void giveWay(@Param("recipient") long recipientId, Instant since);

    @Modifying
    @Query("UPDATE outbox_message SET status = 'SUPERSEDED' WHERE kind = :kind AND status = 'WAITING'")
    void withdrawAll(String kind);

    @Modifying
    @Query("""
            UPDATE outbox_message SET status = 'SUPERSEDED'
            WHERE recipient_id IN (:recipients) AND kind = :kind AND status = 'WAITING'
            """)
    void withdraw(String kind, Collection<Long> recipients);

    @Modifying
    @Query("""
            UPDATE outbox_message SET status = 'SUPERSEDED'
            WHERE recipient_id = :recipient AND kind = :kind AND status = 'WAITING'
            """)
    void withdraw(String kind, @Param("recipient") long recipientId);

    @Query("""
            SELECT COUNT(*) FROM outbox_message
            WHERE recipient_id = :recipient AND kind = :kind AND created_at > :since
            """)
    int countSince(String kind, @Param("recipient") long recipientId, Instant since);

    @Query("SELECT EXISTS (SELECT 1 FROM outbox_message WHERE recipient_id = :recipient AND status = 'SENT')")
    boolean hasSent(@Param("recipient") long recipientId);
}
