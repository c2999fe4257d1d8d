package dev.latchkey.mail.outbox;

import dev.latchkey.common.BoundedBatches;
import dev.latchkey.mail.DeliveryStatus;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes messages that were finished long ago; waiting ones stay, however old. */
@Component
class OutboxRetention {

    // A row of paces is for the transactions that hold it; what is counted are the messages
    private static final Duration PACE_KEPT = Duration.ofHours(1);

    private final OutboxRetentionRepository old;
    private final OutboxProperties properties;
    private final Clock clock;

    OutboxRetention(OutboxRetentionRepository old, OutboxProperties properties, Clock clock) {
        this.old = old;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void deleteOld() {
        var before = clock.instant().minus(properties.retention());
        for (var status : DeliveryStatus.values()) {
            if (status != DeliveryStatus.WAITING) {
                BoundedBatches.repeat(most -> old.deleteSettled(status, before, most));
            }
        }
        var paced = clock.instant().minus(PACE_KEPT);
        BoundedBatches.repeat(most -> old.deletePaces(paced, most));
    }
}
