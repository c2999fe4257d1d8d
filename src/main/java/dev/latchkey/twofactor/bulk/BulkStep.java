package dev.latchkey.twofactor.bulk;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.reminder.ReminderResult;
import dev.latchkey.twofactor.reminder.Reminders;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.group.UserGroupMembers;
import dev.latchkey.user.invitation.Invitations;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does an order to one user, as a call by the actor who is in the security context. */
@Component
class BulkStep {

    private final BulkOrderRepository orders;
    private final Reminders reminders;
    private final TwoFactorReset reset;
    private final Invitations invitations;
    private final UserGroupMembers groups;
    private final UserAdministration administration;
    private final Outbox outbox;

    BulkStep(
            BulkOrderRepository orders,
            Reminders reminders,
            TwoFactorReset reset,
            Invitations invitations,
            UserGroupMembers groups,
            UserAdministration administration,
            Outbox outbox) {
        this.orders = orders;
        this.reminders = reminders;
        this.reset = reset;
        this.invitations = invitations;
        this.groups = groups;
        this.administration = administration;
        this.outbox = outbox;
    }

    /**
     * Does it, once on all nodes; nothing if it has been done or refused.
     *
     * @throws RefusedException if it cannot be done to this user
     */
    @RetryOnConcurrencyFailure
    @Transactional
    public void perform(BulkOrder order, BulkItem item) {
        if (!orders.markDone(item.id())) {
            return;
        }
        var actor = order.actorId();
        var user = item.userId();
        if (user == actor && order.action().endsOwnSession()) {
            throw new RefusedException("bulk.refused.yourself");
        }
        switch (order.action()) {
            case REMIND -> remind(actor, user);
            case EMAIL_SECRET -> reset.reset(actor, user, order.delivery());
            case INVITE_AGAIN -> invitations.sendAgain(actor, user);
            case ADD_TO_GROUP -> groups.add(actor, order.group(), user);
            case REMOVE_FROM_GROUP -> groups.remove(actor, order.group(), user);
            case DISABLE -> administration.disable(actor, user);
        }
        outbox.giveWay(user);
    }

    private void remind(long actorId, long userId) {
        switch (reminders.remind(actorId, List.of(userId)).getOrDefault(userId, ReminderResult.NOT_ACTIVE)) {
            case REMINDED -> {}
            case REMINDED_ALREADY -> throw new RefusedException("bulk.refused.reminded-already");
            case SET_UP -> throw new RefusedException("bulk.refused.set-up");
            case NOT_ACTIVE -> throw new RefusedException("users.reset.cannot-sign-in");
            case BEYOND_REACH -> throw new RefusedException("access.refused.user-beyond-reach");
        }
    }
}
