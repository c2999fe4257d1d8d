package dev.latchkey.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** How many messages of a kind somebody has had lately. */
interface OutboxPaceRepository extends Repository<OutboxPaceRepository.Full, Long> {

    /** Makes others who count the same wait until the transaction ends. */
    @Modifying
    @Query("""
            INSERT INTO outbox_pace (recipient_id, kind, last_at) VALUES (:recipient, :kind, :now)
            ON DUPLICATE KEY UPDATE last_at = :now
            """)
    void lock(String kind, @Param("recipient") long recipientId, Instant now);

    /**
     * When the message was enqueued that must leave the window before there is room for another.
     *
     * @param others how many may follow it
     */
    @Query("""
            SELECT created_at FROM outbox_message
            WHERE recipient_id = :recipient AND kind = :kind AND created_at > :since AND status IN ('SENT', 'WAITING')
            ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET :others
            """)
    Optional<Instant> lastBut(String kind, @Param("recipient") long recipientId, Instant since, int others);

    /** The recipients who have had at least that many. */
    @Query("""
            SELECT recipient_id, MAX(created_at) AS last_at FROM outbox_message
            WHERE kind = :kind AND created_at > :since AND status IN ('SENT', 'WAITING')
            GROUP BY recipient_id HAVING COUNT(*) >= :most
            """)
    List<Full> full(String kind, Instant since, int most);

    /** How many the mail server has accepted. */
    @Query("""
            SELECT COUNT(*) FROM outbox_message
            WHERE recipient_id = :recipient AND kind = :kind AND status = 'SENT' AND sent_at > :since
            """)
    int countSent(String kind, @Param("recipient") long recipientId, Instant since);

    /** How many of all these kinds were enqueued, sent or not. */
    @Query("""
            SELECT COUNT(*) FROM outbox_message
            WHERE recipient_id = :recipient AND kind IN (:kinds) AND created_at > :since
            """)
    int countPutIn(Collection<String> kinds, @Param("recipient") long recipientId, Instant since);

    /** Somebody who can have no more for now, and when they have had the last. */
    record Full(long recipientId, Instant lastAt) {}
}
