package dev.latchkey.mail.delivery;

import dev.latchkey.mail.DeliveryStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A message to somebody, with its kind.
 *
 * @param kind the name of its {@link dev.latchkey.mail.MailKind}
 * @param at when the mail server accepted it; if it has not been sent, when it was enqueued
 * @param problem why it was not sent; null if nothing has gone wrong
 * @param failure the mail server's last reply; empty if there was none
 */
@NamedInterface("api")
public record RecordedMail(
        long id,
        String kind,
        long recipientId,
        DeliveryStatus status,
        Instant at,
        Instant nextAttemptAt,
        @Nullable DeliveryProblem problem,
        String failure) {

    /** Its delivery. */
    public Delivery delivery() {
        return new Delivery(id, recipientId, status, at, nextAttemptAt, problem, failure);
    }
}
