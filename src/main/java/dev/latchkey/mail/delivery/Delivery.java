package dev.latchkey.mail.delivery;

import dev.latchkey.mail.DeliveryStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A message on its way.
 *
 * @param at when the mail server took it; of one that has not been sent, when it was put in
 * @param nextAttemptAt when a waiting one is tried again
 * @param problem why it has not left; null where nothing has gone wrong
 * @param failure what the mail server said the last time; empty where it has said nothing
 */
@NamedInterface("api")
public record Delivery(
        long id,
        long recipientId,
        DeliveryStatus status,
        Instant at,
        Instant nextAttemptAt,
        @Nullable DeliveryProblem problem,
        String failure) {

    /** Whether it leaves within moments, unless something goes wrong. */
    public boolean isLeaving() {
        return status == DeliveryStatus.WAITING && problem == null && !nextAttemptAt.isAfter(at);
    }
}
