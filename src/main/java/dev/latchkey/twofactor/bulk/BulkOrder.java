package dev.latchkey.twofactor.bulk;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.client.Client;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action on many users that somebody has ordered.
 *
 * @param sessionEpoch the actor's at that time
 * @param clientAddress the IP address that the order came from; empty if it is not known
 * @param clientBrowser the name of the browser; empty if it is not known
 * @param clientSystem the name of the operating system; empty if it is not known
 */
record BulkOrder(
        long id,
        long actorId,
        long sessionEpoch,
        BulkAction action,
        @Nullable Long userGroup,
        SecretDelivery delivery,
        Instant createdAt,
        String clientAddress,
        String clientBrowser,
        String clientSystem) {

    /** How long after it was placed an order may go on. */
    static final Duration LIFE = Duration.ofDays(1);

    /** Whether too much may have changed since somebody looked at the users. */
    boolean isTooOld(Instant now) {
        return !now.isBefore(createdAt.plus(LIFE));
    }

    /** The client that it came from. */
    Client client() {
        return Client.of(clientAddress, clientBrowser, clientSystem);
    }

    /** The group of an action that needs one. */
    long group() {
        if (userGroup == null) {
            throw new IllegalStateException(action + " needs a group");
        }
        return userGroup;
    }
}
