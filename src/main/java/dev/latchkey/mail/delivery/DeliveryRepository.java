package dev.latchkey.mail.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Messages, for following their delivery; a run is the messages of one kind about one thing. */
interface DeliveryRepository extends Repository<Delivery, Long> {

    String SELECT = """
            SELECT id, recipient_id, status, COALESCE(sent_at, created_at) AS at, next_attempt_at, problem, failure
            FROM outbox_message
            """;

    String RETRY_FAILED = """
            UPDATE outbox_message SET status = 'WAITING', attempts = 0, next_attempt_at = :now, problem = NULL, failure = ''
            WHERE status = 'FAILED' AND\s""";

    String RETRY = RETRY_FAILED + "kind = :kind AND reference = :reference ";

    /** What of a run has not left at the first go. */
    String IN_TROUBLE = "(status = 'FAILED' OR status = 'WAITING' AND problem IS NOT NULL)";

    @Query("""
            SELECT COALESCE(SUM(status = 'SENT'), 0) AS sent,
                   COALESCE(SUM(status = 'WAITING'), 0) AS waiting,
                   COALESCE(SUM(status = 'FAILED'), 0) AS failed
            FROM outbox_message WHERE kind = :kind AND reference = :reference
            """)
    DeliveryProgress progressOf(String kind, long reference);

    @Query(SELECT + """
            WHERE kind = :kind AND reference = :reference AND\s""" + IN_TROUBLE + """
             ORDER BY status, id LIMIT :limit OFFSET :offset
            """)
    List<Delivery> troublesOf(String kind, long reference, int limit, int offset);

    @Query("SELECT COUNT(*) FROM outbox_message WHERE kind = :kind AND reference = :reference AND " + IN_TROUBLE)
    int countTroublesOf(String kind, long reference);

    /** The latest to each of them that was not withdrawn. */
    @Query(SELECT + """
            WHERE id IN (
                SELECT MAX(id) FROM outbox_message
                WHERE recipient_id IN (:recipients) AND status <> 'SUPERSEDED' GROUP BY recipient_id)
            """)
    List<Delivery> latestTo(@Param("recipients") Collection<Long> recipientIds);

    @Query("""
            SELECT id, kind, recipient_id, status, COALESCE(sent_at, created_at) AS at, next_attempt_at, problem, failure
            FROM outbox_message
            WHERE recipient_id = :recipient AND status <> 'SUPERSEDED'
            ORDER BY id DESC LIMIT :limit
            """)
    List<RecordedMail> recordOf(@Param("recipient") long recipientId, int limit);

    /** The latest of these kinds that was not withdrawn. */
    @Query(SELECT + """
            WHERE id IN (
                SELECT MAX(id) FROM outbox_message
                WHERE recipient_id IN (:recipient) AND status <> 'SUPERSEDED' AND kind IN (:kinds) GROUP BY recipient_id)
            """)
    Optional<Delivery> latestTo(@Param("recipient") long recipientId, Collection<String> kinds);

    /** The recipients whose latest message that was not withdrawn has failed. */
    @Query("""
            SELECT DISTINCT f.recipient_id FROM outbox_message f
            WHERE f.status = 'FAILED' AND NOT EXISTS (
                SELECT 1 FROM outbox_message l
                WHERE l.recipient_id = f.recipient_id AND l.id > f.id AND l.status <> 'SUPERSEDED')
            """)
    Set<Long> refusedRecipients();

    /** Retries all permanently failed messages of a run, and returns how many. */
    @Modifying
    @Query(RETRY)
    int retryAll(String kind, long reference, Instant now);

    /** Retries a message to somebody that failed permanently, whatever it is about; false if it did not, or is another's. */
    @Modifying
    @Query(RETRY_FAILED + "recipient_id = :recipient AND id = :id")
    boolean retryTo(@Param("recipient") long recipientId, long id, Instant now);

    /** Like {@link #retryAll}, for one message. */
    @Modifying
    @Query(RETRY + "AND id = :id")
    int retry(String kind, long reference, long id, Instant now);
}
