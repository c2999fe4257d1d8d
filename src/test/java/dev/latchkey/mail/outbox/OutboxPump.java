package dev.latchkey.mail.outbox;

import static org.awaitility.Awaitility.await;

import dev.latchkey.support.People.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
        // What the schedule had taken just before, for the first time or again
        await().until(() -> Boolean.FALSE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM outbox_message"
                        + " WHERE status = 'WAITING' AND (problem IS NULL OR claim IS NOT NULL) AND next_attempt_at <= ?)",
                Boolean.class,
                Timestamp.from(clock.instant()))));
    }

    /** Leaves no mail, whether it has left or not. */
    public void clear() {
        jdbc.update("DELETE FROM outbox_message");
    }

    /** What has become of the mails to somebody, oldest first. */
    public List<String> statusesTo(Person recipient) {
        return jdbc.queryForList(
                "SELECT status FROM outbox_message WHERE recipient_id = ? ORDER BY id", String.class, recipient.id());
    }

    /** The same of the mails of one kind. */
    public List<String> statusesTo(Person recipient, String kind) {
        return jdbc.queryForList(
                "SELECT status FROM outbox_message WHERE recipient_id = ? AND kind = ? ORDER BY id",
                String.class,
                recipient.id(),
                kind);
    }

    /** Whom mails of a kind are to, whatever has become of them. */
    public List<Long> recipientsOf(String kind) {
        return jdbc.queryForList(
                "SELECT recipient_id FROM outbox_message WHERE kind = ? ORDER BY id", Long.class, kind);
    }

    /** The same of those of which that has become. */
    public List<Long> recipientsOf(String kind, String status) {
        return jdbc.queryForList(
                "SELECT recipient_id FROM outbox_message WHERE kind = ? AND status = ? ORDER BY id",
                Long.class,
                kind,
                status);
    }

    /** Lets all mails to somebody wait until then, those too that have left. */
    public void putOff(long recipientId, Instant until) {
        jdbc.update(
                "UPDATE outbox_message SET status = 'WAITING', next_attempt_at = ? WHERE recipient_id = ?",
                Timestamp.from(until),
                recipientId);
    }
}
