package dev.latchkey.twofactor.bulk;

import dev.latchkey.account.SecretDelivery;
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

    /** The group of an action that needs one. */
    long group() {
        if (userGroup == null) {
            throw new IllegalStateException(action + " needs a group");
        }
        return userGroup;
    }
}
