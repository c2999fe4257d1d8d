package dev.latchkey.mail.queue;

import dev.latchkey.mail.OutboxMessage;
import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface MailQueueRepository extends Repository<OutboxMessage, Long> {

    /** A message that is to be sent later, and has not been tried, is not late. */
    @Query("""
            SELECT COALESCE(SUM(status = 'WAITING' AND attempts = 0), 0) AS waiting,
                   COALESCE(SUM(status = 'WAITING' AND attempts > 0), 0) AS retrying,
                   COALESCE(SUM(status = 'FAILED'), 0) AS failed,
                   MIN(CASE WHEN status = 'WAITING' AND (attempts > 0 OR next_attempt_at <= :now)
                            THEN created_at END) AS oldest_at
            FROM outbox_message WHERE status IN ('WAITING', 'FAILED')
            """)
    MailQueueState state(Instant now);
}
