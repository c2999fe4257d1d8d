package dev.latchkey.mail;

import dev.latchkey.component.RetriedAfterLostRace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class OutboxRepository {

    private static final String DUE = """
            SELECT id FROM outbox_message
            WHERE status = 'WAITING' AND next_attempt_at <= :now AND (lease_until IS NULL OR lease_until <= :now)
            ORDER BY bulk, next_attempt_at, id LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """;

    private static final int FAILURE_LENGTH = 500;

    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims messages that are due; another node may claim them again only once the lease has run out. */
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
        jdbc.sql("UPDATE outbox_message SET lease_until = :leaseUntil, attempts = attempts + 1 WHERE id IN (:ids)")
                .param("leaseUntil", now.plus(lease))
                .param("ids", ids)
                .update();
        return jdbc.sql("SELECT id, kind, recipient_id, reference, attempts FROM outbox_message WHERE id IN (:ids)")
                .param("ids", ids)
                .query(OutboxMessage.class)
                .list();
    }

    @RetriedAfterLostRace
    @Transactional
    public void markSent(long id, Instant now) {
        jdbc.sql(
                        "UPDATE outbox_message SET status = 'SENT', sent_at = :now, lease_until = NULL, failure = '' WHERE id = :id")
                .param("id", id)
                .param("now", now)
                .update();
    }

    @RetriedAfterLostRace
    @Transactional
    public void markSuperseded(long id) {
        jdbc.sql("UPDATE outbox_message SET status = 'SUPERSEDED', lease_until = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    @RetriedAfterLostRace
    @Transactional
    public void markWaiting(long id, Instant nextAttempt, String failure) {
        jdbc.sql("""
                        UPDATE outbox_message SET next_attempt_at = :next, lease_until = NULL, failure = :failure
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("next", nextAttempt)
                .param("failure", shorten(failure))
                .update();
    }

    @RetriedAfterLostRace
    @Transactional
    public void markFailed(long id, String failure) {
        jdbc.sql(
                        "UPDATE outbox_message SET status = 'FAILED', lease_until = NULL, failure = :failure WHERE id = :id AND status = 'WAITING'")
                .param("id", id)
                .param("failure", shorten(failure))
                .update();
    }

    private static String shorten(String failure) {
        return failure.length() <= FAILURE_LENGTH ? failure : failure.substring(0, FAILURE_LENGTH);
    }
}
