package dev.latchkey.mail;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sends what is due without waiting for the schedule. */
@TestComponent
public final class OutboxPump {

    private final OutboxSender sender;
    private final JdbcTemplate jdbc;

    OutboxPump(OutboxSender sender, JdbcTemplate jdbc) {
        this.sender = sender;
        this.jdbc = jdbc;
    }

    /** Returns when nothing that could leave now is left; what was refused for now may wait. */
    public void run() {
        sender.sendDue();
        // What the schedule had taken just before
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Boolean.FALSE.equals(jdbc.queryForObject(
                        "SELECT EXISTS (SELECT 1 FROM outbox_message WHERE status = 'WAITING' AND failure = '')",
                        Boolean.class)));
    }
}
