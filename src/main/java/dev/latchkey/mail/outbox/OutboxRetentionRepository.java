package dev.latchkey.mail.outbox;

import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.OutboxMessage;
import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** What is left of messages; each method deletes at most so many rows, and returns how many. */
interface OutboxRetentionRepository extends Repository<OutboxMessage, Long> {

    @Modifying
    @Query("DELETE FROM outbox_message WHERE status = :status AND created_at < :before LIMIT :most")
    int deleteSettled(DeliveryStatus status, Instant before, int most);

    @Modifying
    @Query("DELETE FROM outbox_pace WHERE last_at < :before LIMIT :most")
    int deletePaces(Instant before, int most);
}
