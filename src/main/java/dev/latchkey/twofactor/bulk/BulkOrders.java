package dev.latchkey.twofactor.bulk;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.client.Client;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.SteppedUpActor;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders of one action on many users. They are done in the background, one user and one audit entry at a time, each by the rules
 * for that user, with the client of the order: whoever is beyond the actor's reach is refused, and has the reason in the result.
 */
@Service
@NamedInterface("api")
public class BulkOrders {

    /** How many refused users are listed. */
    public static final int LISTED = 1_000;

    private static final int BATCH = 1_000;

    private static final Duration RESULT_SHOWN = Duration.ofDays(1);

    private final BulkOrderRepository orders;
    private final Clock clock;

    BulkOrders(BulkOrderRepository orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Orders an action on these users. It goes on after the actor's session has ended, but not after their sessions have been ended
     * by somebody, or their password has been changed, and not for longer than a day.
     *
     * @throws RefusedException if an earlier order of the actor is not finished
     */
    @SteppedUpActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void place(long actorId, BulkWish wish, Collection<Long> userIds) {
        var now = clock.instant();
        var epoch = orders.lockActor(actorId);
        if (orders.isKnown(wish.token())) {
            return;
        }
        if (orders.isBusy(actorId)) {
            throw new RefusedException("bulk.refused.busy");
        }
        var order = orders.insert(
                wish.token(), actorId, epoch, wish.action(), wish.groupId(), wish.delivery(), now, Client.current());
        var all = List.copyOf(userIds);
        for (var from = 0; from < all.size(); from += BATCH) {
            orders.addItems(order, all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    /** The actor's latest order, unless they have closed it, or it was done more than a day ago. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Optional<BulkProgress> latestOf(long actorId) {
        return orders.latestOf(actorId, clock.instant().minus(RESULT_SHOWN));
    }

    /** The users to whom an order of the actor was not done, at most {@value #LISTED}. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<BulkRefusal> refusals(long actorId, long orderId) {
        return orders.refusals(orderId, actorId, LISTED);
    }

    /** Stops an order of the actor; what is done stays done. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void stop(long actorId, long orderId) {
        if (orders.isOf(orderId, actorId)) {
            orders.refuseRest(orderId, "bulk.refused.stopped");
            orders.finish(orderId, clock.instant());
        }
    }

    /** Shows the result of a finished order no more. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void close(long actorId, long orderId) {
        orders.close(orderId, actorId, clock.instant());
    }
}
