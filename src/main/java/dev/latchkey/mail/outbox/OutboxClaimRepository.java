package dev.latchkey.mail.outbox;

import dev.latchkey.mail.OutboxMessage;
import dev.latchkey.mail.delivery.DeliveryProblem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Messages being sent, each changed only by the holder of its latest claim. */
interface OutboxClaimRepository extends Repository<OutboxMessage, Long> {

    /** The due messages, locked until the transaction ends; skips what another transaction has locked. */
    @Query("""
            SELECT id FROM outbox_message
            WHERE status = 'WAITING' AND next_attempt_at <= :now AND (lease_until IS NULL OR lease_until <= :now)
            ORDER BY bulk, next_attempt_at, id LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """)
    List<Long> lockDue(Instant now, int limit);

    /** Claims what this transaction has locked. */
    @Modifying
    @Query("UPDATE outbox_message SET lease_until = :leaseUntil, claim = :claim WHERE id IN (:ids)")
    void claim(Collection<Long> ids, long claim, Instant leaseUntil);

    /** The messages in sending order. */
    @Query("""
            SELECT id, claim, kind, recipient_id, reference, more, attempts,
                   COALESCE(happened_at, created_at) AS happened_at, client_address, client_browser, client_system
            FROM outbox_message
            WHERE id IN (:ids) ORDER BY bulk, next_attempt_at, id
            """)
    List<OutboxMessage> findAll(Collection<Long> ids);

    /** Counts an attempt; false if the message has been withdrawn or claimed again. */
    @Modifying
    @Query("""
            UPDATE outbox_message SET attempts = attempts + 1, lease_until = :leaseUntil
            WHERE id = :id AND claim = :claim AND status = 'WAITING'
            """)
    boolean begin(long id, long claim, Instant leaseUntil);

    /** Releases the claim on the messages that it still holds. */
    @Modifying
    @Query("UPDATE outbox_message SET claim = NULL, lease_until = NULL WHERE id IN (:ids) AND claim = :claim")
    void release(Collection<Long> ids, long claim);

    /** Regardless of who holds the claim. */
    @Modifying
    @Query("""
            UPDATE outbox_message
            SET status = 'SENT', sent_at = :at, claim = NULL, lease_until = NULL, problem = NULL, failure = ''
            WHERE id = :id
            """)
    void markSent(long id, Instant at);

    @Modifying
    @Query("""
            UPDATE outbox_message SET status = 'SUPERSEDED', claim = NULL, lease_until = NULL
            WHERE id = :id AND claim = :claim
            """)
    void markSuperseded(long id, long claim);

    @Modifying
    @Query("""
            UPDATE outbox_message
            SET next_attempt_at = :next, claim = NULL, lease_until = NULL, problem = :problem, failure = :failure
            WHERE id = :id AND claim = :claim AND status = 'WAITING'
            """)
    void markWaiting(long id, long claim, Instant next, DeliveryProblem problem, String failure);

    @Modifying
    @Query("""
            UPDATE outbox_message
            SET status = 'FAILED', claim = NULL, lease_until = NULL, problem = :problem, failure = :failure
            WHERE id = :id AND claim = :claim AND status = 'WAITING'
            """)
    void markFailed(long id, long claim, DeliveryProblem problem, String failure);
}
