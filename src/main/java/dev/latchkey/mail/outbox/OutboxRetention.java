package dev.latchkey.mail.outbox;

import dev.latchkey.common.BoundedBatches;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.OutboxPace;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what became of messages long ago; those that still wait stay, however old. */
@Component
class OutboxRetention {

    private static final String DELETE_SETTLED =
            "DELETE FROM outbox_message WHERE status = :status AND created_at < :before LIMIT :most";

    private static final String DELETE_PACE = "DELETE FROM outbox_pace WHERE last_at < :before LIMIT :most";

    private final JdbcClient jdbc;
    private final OutboxProperties properties;
    private final Clock clock;

    OutboxRetention(JdbcClient jdbc, OutboxProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void deleteOld() {
        var before = clock.instant().minus(properties.retention());
        for (var status : DeliveryStatus.values()) {
            if (status != DeliveryStatus.WAITING) {
                BoundedBatches.repeat(most -> jdbc.sql(DELETE_SETTLED)
                        .param("status", status.name())
                        .param("before", before)
                        .param("most", most)
                        .update());
            }
        }
        var paced = clock.instant().minus(OutboxPace.WINDOW);
        BoundedBatches.repeat(most ->
                jdbc.sql(DELETE_PACE).param("before", paced).param("most", most).update());
    }
}
