package dev.latchkey.mail.delivery;

import dev.latchkey.mail.MailKind;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The progress of the messages of one run: those of one kind about one thing. */
@Component
@NamedInterface("api")
public class Deliveries {

    private final DeliveryRepository messages;
    private final Clock clock;

    Deliveries(DeliveryRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The counts of a run, without withdrawn messages. */
    @Transactional(readOnly = true)
    public <R> DeliveryProgress progressOf(MailKind<R> kind, R about) {
        return messages.progressOf(kind.name(), stored(kind, about));
    }

    /** The messages of a run whose first attempt failed, permanently or for now. */
    @Transactional(readOnly = true)
    public <R> List<Delivery> troublesOf(MailKind<R> kind, R about, int offset, int limit) {
        return messages.troublesOf(kind.name(), stored(kind, about), limit, offset);
    }

    /** How many {@link #troublesOf} there are in all. */
    @Transactional(readOnly = true)
    public <R> int countTroublesOf(MailKind<R> kind, R about) {
        return messages.countTroublesOf(kind.name(), stored(kind, about));
    }

    /**
     * The latest message to each of these recipients: the single source for every place that shows whether something was sent.
     * Withdrawn messages do not count.
     */
    @Transactional(readOnly = true)
    public Map<Long, Delivery> latestTo(Collection<Long> recipientIds) {
        return recipientIds.isEmpty()
                ? Map.of()
                : messages.latestTo(recipientIds).stream()
                        .collect(Collectors.toMap(Delivery::recipientId, Function.identity()));
    }

    /** The latest messages to one recipient, newest first, without withdrawn ones. */
    @Transactional(readOnly = true)
    public List<RecordedMail> recordOf(long recipientId, int limit) {
        return messages.recordOf(recipientId, limit);
    }

    /** Like {@link #latestTo(Collection)}, only for messages of these kinds. */
    @Transactional(readOnly = true)
    public Optional<Delivery> latestTo(long recipientId, Collection<? extends MailKind<?>> kinds) {
        return messages.latestTo(
                recipientId, kinds.stream().<String>map(MailKind::name).toList());
    }

    /** The recipients whose latest message failed permanently; withdrawn messages do not count. */
    @Transactional(readOnly = true)
    public Set<Long> refusedRecipients() {
        return messages.refusedRecipients();
    }

    /**
     * Retries messages that failed permanently, at once.
     *
     * @param messageId a single message; empty for all of the run
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> int retry(MailKind<R> kind, R about, OptionalLong messageId) {
        var now = clock.instant();
        return messageId.isPresent()
                ? messages.retry(kind.name(), stored(kind, about), messageId.getAsLong(), now)
                : messages.retryAll(kind.name(), stored(kind, about), now);
    }

    /**
     * Retries a message to somebody that failed permanently, at once, whatever it is about: it is composed again, and dropped if it is
     * no longer true.
     *
     * @return false if it did not fail, or is not to them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean retryTo(long recipientId, long messageId) {
        return messages.retryTo(recipientId, messageId, clock.instant());
    }

    private static <R> long stored(MailKind<R> kind, R about) {
        return kind.store().applyAsLong(about);
    }
}
