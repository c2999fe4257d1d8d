package dev.latchkey.twofactor.bulk;

import dev.latchkey.common.BoundedBatches;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes orders and their results some time after they were finished. */
@Component
class BulkRetention {

    private static final Duration KEPT = Duration.ofDays(30);

    private final BulkOrderRepository orders;
    private final Clock clock;

    BulkRetention(BulkOrderRepository orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void deleteOld() {
        var before = clock.instant().minus(KEPT);
        BoundedBatches.repeat(most -> orders.deleteItems(before, most));
        BoundedBatches.repeat(most -> orders.deleteOrders(before, most));
    }
}
