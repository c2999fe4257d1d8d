package dev.latchkey.ui.users.bulk;

import dev.latchkey.twofactor.bulk.BulkAction;
import dev.latchkey.twofactor.bulk.BulkOrders;
import dev.latchkey.twofactor.bulk.BulkWish;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.group.UserGroups;
import java.util.Collection;
import java.util.function.Supplier;

/** Takes an action on many users from the menu to the order: the question, the fresh proof, the order. */
public class BulkDesk {

    private final long actorId;
    private final BulkOrders orders;
    private final UserGroups groups;
    private final TwoFactorReset reset;
    private final StepUpGate gate;
    private final Runnable whenPlaced;

    /**
     * Creates the desk of a page.
     *
     * @param whenPlaced is called after each order
     */
    public BulkDesk(
            long actorId,
            BulkOrders orders,
            UserGroups groups,
            TwoFactorReset reset,
            StepUpGate gate,
            Runnable whenPlaced) {
        this.actorId = actorId;
        this.orders = orders;
        this.groups = groups;
        this.reset = reset;
        this.gate = gate;
        this.whenPlaced = whenPlaced;
    }

    /** Asks whether to do the action to these users, whose number the question names, and orders it. */
    public void ask(BulkAction action, Supplier<Collection<Long>> selected) {
        // Read now, so that what is ordered is what the question counts
        var users = selected.get();
        new BulkQuestion(
                        action,
                        users.size(),
                        groups.all(),
                        reset.delivery(),
                        wish -> gate.pass(() -> place(wish, users)))
                .open();
    }

    private void place(BulkWish wish, Collection<Long> users) {
        orders.place(actorId, wish, users);
        whenPlaced.run();
    }
}
