package dev.latchkey.mail.outbox;

import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.common.text.ShortText;
import dev.latchkey.mail.DeliveryFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Claims messages for sending and keeps what became of each, always in short transactions of their own. */
@Repository
class OutboxRepository {

    private static final String DUE = """
            SELECT id FROM outbox_message
            WHERE status = 'WAITING' AND next_attempt_at <= :now AND (lease_until IS NULL OR lease_until <= :now)
            ORDER BY bulk, next_attempt_at, id LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """;

    private static final String BEGIN = """
            UPDATE outbox_message SET attempts = attempts + 1, lease_until = :leaseUntil
            WHERE id = :id AND claim = :claim AND status = 'WAITING'
            """;

    private static final int FAILURE_LENGTH = 500;

    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims messages that are due; another node may claim them again only once the lease has run out. */
    @RetryOnConcurrencyFailure
    @Transactional
    public List<OutboxMessage> claim(Instant now, Duration lease, int limit) {
        var ids = jdbc.sql(DUE)
                .param("now", now)
                .param("limit", limit)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        jdbc.sql("UPDATE outbox_message SET lease_until = :leaseUntil, claim = :claim WHERE id IN (:ids)")
                .param("leaseUntil", now.plus(lease))
                .param("claim", ThreadLocalRandom.current().nextLong())
                .param("ids", ids)
                .update();
        return jdbc.sql("SELECT id, claim, kind, recipient_id, reference, more, attempts FROM outbox_message"
                        + " WHERE id IN (:ids) ORDER BY bulk, next_attempt_at, id")
                .param("ids", ids)
                .query(OutboxMessage.class)
                .list();
    }

    /**
     * Counts an attempt and gives it a lease of its own, however long those before it took.
     *
     * @return false where the message has been withdrawn, or is another node's by now
     */
    @RetryOnConcurrencyFailure
    @Transactional
    public boolean begin(OutboxMessage message, Instant leaseUntil) {
        return jdbc.sql(BEGIN)
                        .param("leaseUntil", leaseUntil)
                        .param("id", message.id())
                        .param("claim", message.claim())
                        .update()
                == 1;
    }

    /** Hands messages back that were claimed and not tried, so that any node may have them at once. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void release(List<OutboxMessage> claimed) {
        jdbc.sql("UPDATE outbox_message SET claim = NULL, lease_until = NULL WHERE id IN (:ids) AND claim = :claim")
                .param("ids", claimed.stream().map(OutboxMessage::id).toList())
                .param("claim", claimed.getFirst().claim())
                .update();
    }

    /** Notes that the mail server has taken it, whatever else has become of it meanwhile. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void markSent(long id, Instant at) {
        jdbc.sql("""
                        UPDATE outbox_message
                        SET status = 'SENT', sent_at = :at, claim = NULL, lease_until = NULL, problem = NULL, failure = ''
                        WHERE id = :id
                        """).param("id", id).param("at", at).update();
    }

    @RetryOnConcurrencyFailure
    @Transactional
    public void markSuperseded(OutboxMessage message) {
        jdbc.sql("UPDATE outbox_message SET status = 'SUPERSEDED', claim = NULL, lease_until = NULL"
                        + " WHERE id = :id AND claim = :claim")
                .param("id", message.id())
                .param("claim", message.claim())
                .update();
    }

    @RetryOnConcurrencyFailure
    @Transactional
    public void markWaiting(OutboxMessage message, Instant nextAttempt, DeliveryFailure failure) {
        jdbc.sql("""
                        UPDATE outbox_message
                        SET next_attempt_at = :next, claim = NULL, lease_until = NULL, problem = :problem, failure = :failure
                        WHERE id = :id AND claim = :claim AND status = 'WAITING'
                        """)
                .param("id", message.id())
                .param("claim", message.claim())
                .param("next", nextAttempt)
                .param("problem", failure.problem().name())
                .param("failure", shorten(failure.words()))
                .update();
    }

    @RetryOnConcurrencyFailure
    @Transactional
    public void markFailed(OutboxMessage message, DeliveryFailure failure) {
        jdbc.sql("""
                        UPDATE outbox_message
                        SET status = 'FAILED', claim = NULL, lease_until = NULL, problem = :problem, failure = :failure
                        WHERE id = :id AND claim = :claim AND status = 'WAITING'
                        """)
                .param("id", message.id())
                .param("claim", message.claim())
                .param("problem", failure.problem().name())
                .param("failure", shorten(failure.words()))
                .update();
    }

    private static String shorten(String failure) {
        return ShortText.cut(failure, FAILURE_LENGTH);
    }
}
