package dev.latchkey.twofactor.bulk;

import dev.latchkey.account.SecretDelivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action on many users that somebody has ordered.
 *
 * @param sessionEpoch the actor's at that time
 */
record BulkOrder(
        long id,
        long actorId,
        long sessionEpoch,
        BulkAction action,
        @Nullable Long userGroup,
        SecretDelivery delivery,
        Instant createdAt) {

    /** How long after it was placed an order may go on. */
    static final Duration LIFE = Duration.ofDays(1);

    /** Whether too much may have changed since somebody looked at the users. */
    boolean isTooOld(Instant now) {
        return !now.isBefore(createdAt.plus(LIFE));
    }

    /** The group of an action that needs one. */
    long group() {
        if (userGroup == null) {
            throw new IllegalStateException(action + " needs a group");
        }
        return userGroup;
    }
}
