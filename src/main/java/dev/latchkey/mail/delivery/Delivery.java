package dev.latchkey.mail.delivery;

import dev.latchkey.mail.DeliveryStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The delivery of a message.
 *
 * @param at when the mail server accepted it; if it has not been sent, when it was enqueued
 * @param nextAttemptAt when a waiting one is tried again
 * @param problem why it was not sent; null if nothing has gone wrong
 * @param failure the mail server's last reply; empty if there was none
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

    /** Whether it will be sent within moments, unless something goes wrong. */
    public boolean isLeaving() {
        return status == DeliveryStatus.WAITING && problem == null && !nextAttemptAt.isAfter(at);
    }
}
