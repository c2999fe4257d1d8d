package dev.latchkey.mail.outbox;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sends what is due without waiting for the schedule. */
@TestComponent
public final class OutboxPump {

    private final OutboxSender sender;
    private final Clock clock;
    private final JdbcTemplate jdbc;

    OutboxPump(OutboxSender sender, Clock clock, JdbcTemplate jdbc) {
        this.sender = sender;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Returns when nothing that could leave now is left; what was refused for now may wait. */
    public void run() {
        sender.sendDue();
        // What the schedule had taken just before
        await().until(() -> Boolean.FALSE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM outbox_message"
                        + " WHERE status = 'WAITING' AND problem IS NULL AND next_attempt_at <= ?)",
                Boolean.class,
                Timestamp.from(clock.instant()))));
    }

    /** Lets all mails to somebody wait until then, those too that have left. */
    public void putOff(long recipientId, Instant until) {
        jdbc.update(
                "UPDATE outbox_message SET status = 'WAITING', next_attempt_at = ? WHERE recipient_id = ?",
                Timestamp.from(until),
                recipientId);
    }
}
