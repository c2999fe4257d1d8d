package dev.latchkey.mail.outbox;

import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.common.text.ShortText;
import dev.latchkey.mail.OutboxMessage;
import dev.latchkey.mail.delivery.DeliveryFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims messages for sending and records the result of each, always in separate short transactions. */
@Component
class OutboxClaims {

    private static final int FAILURE_LENGTH = 500;

    private final OutboxClaimRepository messages;

    OutboxClaims(OutboxClaimRepository messages) {
        this.messages = messages;
    }

    /** Claims messages that are due; another node can claim them again only after the lease has expired. */
    @RetryOnConcurrencyFailure
    @Transactional
    public List<OutboxMessage> claim(Instant now, Duration lease, int limit) {
        var ids = messages.lockDue(now, limit);
        if (ids.isEmpty()) {
            return List.of();
        }
        messages.claim(ids, ThreadLocalRandom.current().nextLong(), now.plus(lease));
        return messages.findAll(ids);
    }

    /**
     * Counts an attempt and gives it a new lease, however long the earlier ones took.
     *
     * @return false if the message has been withdrawn, or claimed by another node
     */
    @RetryOnConcurrencyFailure
    @Transactional
    public boolean begin(OutboxMessage message, Instant leaseUntil) {
        return messages.begin(message.id(), message.claim(), leaseUntil);
    }

    /** Releases messages that were claimed and not tried, so that any node can claim them at once. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void release(List<OutboxMessage> claimed) {
        messages.release(
                claimed.stream().map(OutboxMessage::id).toList(),
                claimed.getFirst().claim());
    }

    /** Records that the mail server has accepted it, whatever its status is now. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void markSent(long id, Instant at) {
        messages.markSent(id, at);
    }

    /** Ends a message that is no longer relevant; only under the same claim. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void markSuperseded(OutboxMessage message) {
        messages.markSuperseded(message.id(), message.claim());
    }

    /** Releases a message for another try at that time; only under the same claim. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void markWaiting(OutboxMessage message, Instant nextAttempt, DeliveryFailure failure) {
        messages.markWaiting(message.id(), message.claim(), nextAttempt, failure.problem(), shorten(failure.words()));
    }

    /** Ends a message that can never be sent; only under the same claim. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void markFailed(OutboxMessage message, DeliveryFailure failure) {
        messages.markFailed(message.id(), message.claim(), failure.problem(), shorten(failure.words()));
    }

    private static String shorten(String failure) {
        return ShortText.cut(failure, FAILURE_LENGTH);
    }
}
