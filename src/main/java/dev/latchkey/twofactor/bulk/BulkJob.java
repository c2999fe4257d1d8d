package dev.latchkey.twofactor.bulk;

import dev.latchkey.common.DatabaseOutage;
import dev.latchkey.common.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what has been ordered, in small batches; one node works on an order at a time, and another continues if it dies. */
@Component
class BulkJob {

    private static final Logger LOG = LoggerFactory.getLogger(BulkJob.class);
    private static final int BATCH = 20;
    private static final int BATCHES = 25;
    // More than a batch takes, with waits for locks
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final BulkOrderRepository orders;
    private final BulkStep step;
    private final BulkActor actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkJob(BulkOrderRepository orders, BulkStep step, BulkActor actors, TransactionTemplate transaction, Clock clock) {
        this.orders = orders;
        this.step = step;
        this.actors = actors;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void work() {
        for (var batch = 0; batch < BATCHES; batch++) {
            var order = claim();
            if (order.isEmpty()) {
                return;
            }
            workOn(order.get());
        }
    }

    private Optional<BulkOrder> claim() {
        return transaction.execute(status -> {
            var now = clock.instant();
            var order = orders.findUnclaimed(now);
            order.ifPresent(found -> orders.claimUntil(found.id(), now.plus(CLAIM)));
            return order;
        });
    }

    private void workOn(BulkOrder order) {
        var items = orders.waiting(order.id(), BATCH);
        for (var item : items) {
            // Anew for each user: the last one may have been the actor
            var actor = actors.of(order, clock.instant());
            if (actor.isEmpty()) {
                refuseRest(order);
                return;
            }
            perform(order, item, actor.get());
        }
        transaction.executeWithoutResult(status -> {
            if (items.size() < BATCH) {
                orders.finish(order.id(), clock.instant());
            } else {
                orders.claimUntil(order.id(), null);
            }
        });
    }

    private void refuseRest(BulkOrder order) {
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            orders.refuseRest(order.id(), order.isTooOld(now) ? "bulk.refused.too-old" : "bulk.refused.void");
            orders.finish(order.id(), now);
        });
    }

    private void perform(BulkOrder order, BulkItem item, Authentication actor) {
        SecurityContextHolder.setContext(new SecurityContextImpl(actor));
        try {
            order.client().run(() -> step.perform(order, item));
        } catch (RefusedException e) {
            refuse(item, e.messageKey(), detail(e));
        } catch (AccessDeniedException e) {
            refuse(item, "bulk.refused.permission", null);
        } catch (RuntimeException e) {
            DatabaseOutage.rethrow(e);
            LOG.error("An action on one of many users failed. The others go on", e);
            refuse(item, "error.trouble", null);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void refuse(BulkItem item, String reason, @Nullable String detail) {
        transaction.executeWithoutResult(status -> orders.markRefused(item.id(), reason, detail));
    }

    private static @Nullable String detail(RefusedException refusal) {
        return refusal.arguments().length == 0 ? null : String.valueOf(refusal.arguments()[0]);
    }
}
