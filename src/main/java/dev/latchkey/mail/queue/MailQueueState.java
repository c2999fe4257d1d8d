package dev.latchkey.mail.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The messages that have not been sent.
 *
 * @param waiting to be tried for the first time
 * @param retrying to be tried again
 * @param failed never accepted by a mail server
 * @param oldestAt when the oldest that should have been sent by now was enqueued; null if there is none
 */
@NamedInterface("api")
public record MailQueueState(
        int waiting, int retrying, int failed, @Nullable Instant oldestAt) {

    /** For how long the oldest message has waited; zero if none does. */
    public Duration oldestAge(Instant now) {
        return oldestAt == null || oldestAt.isAfter(now) ? Duration.ZERO : Duration.between(oldestAt, now);
    }
}
