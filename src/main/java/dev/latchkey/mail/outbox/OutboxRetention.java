package dev.latchkey.mail.outbox;

import dev.latchkey.common.BoundedBatches;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.OutboxPace;
import dev.latchkey.mail.OutboxPaceRepository;
import dev.latchkey.mail.OutboxRepository;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes messages that were finished long ago; waiting ones stay, however old. */
@Component
class OutboxRetention {

    private final OutboxRepository messages;
    private final OutboxPaceRepository pace;
    private final OutboxProperties properties;
    private final Clock clock;

    OutboxRetention(OutboxRepository messages, OutboxPaceRepository pace, OutboxProperties properties, Clock clock) {
        this.messages = messages;
        this.pace = pace;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void deleteOld() {
        var before = clock.instant().minus(properties.retention());
        for (var status : DeliveryStatus.values()) {
            if (status != DeliveryStatus.WAITING) {
                BoundedBatches.repeat(most -> messages.deleteSettled(status, before, most));
            }
        }
        var paced = clock.instant().minus(OutboxPace.WINDOW);
        BoundedBatches.repeat(most -> pace.deleteBefore(paced, most));
    }
}
