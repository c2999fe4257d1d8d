package dev.latchkey.mail;

import dev.latchkey.mail.MailKind.Nothing;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages in the transaction of what caused them; they leave soon after it commits, and never if it does not. */
@Service
public class Outbox {

    /** How many messages of a kind somebody gets within an hour, where whoever causes them is limited at all. */
    public static final int MESSAGES_AN_HOUR = OutboxPace.MESSAGES;

    private final OutboxRepository messages;
    private final OutboxBatchRepository batches;
    private final OutboxPace pace;
    private final Clock clock;

    Outbox(OutboxRepository messages, OutboxBatchRepository batches, OutboxPace pace, Clock clock) {
        this.messages = messages;
        this.batches = batches;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * Puts a message into the outbox, however many there were before: for what its sender limits otherwise.
     *
     * @param kind one that a {@link MailComposer} composes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> void enqueue(MailKind<R> kind, long recipientId, R about) {
        var now = clock.instant();
        insert(kind, List.of(recipientId), about, false, recipient -> now);
    }

    /** As {@link #enqueue(MailKind, long, Object)}, of a message that is about nothing in particular. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(MailKind<Nothing> kind, long recipientId) {
        enqueue(kind, recipientId, Nothing.NOTHING);
    }

    /**
     * Tells somebody of something that has happened. After {@value #MESSAGES_AN_HOUR} of a kind within an hour, those that follow
     * are one message, which waits until the hour is over and says how many it stands for: none is lost.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> void tell(MailKind<R> kind, long recipientId, R about) {
        var now = clock.instant();
        var room = pace.roomFor(kind.name(), recipientId);
        if (!room.isAfter(now) || !messages.sumUp(kind.name(), recipientId, stored(kind, about), now)) {
            insert(kind, List.of(recipientId), about, false, recipient -> room);
        }
    }

    /** As {@link #tell(MailKind, long, Object)}, of a message that is about nothing in particular. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(MailKind<Nothing> kind, long recipientId) {
        tell(kind, recipientId, Nothing.NOTHING);
    }

    /**
     * Puts a message in the place of all of its kind that have not left yet. After {@value #MESSAGES_AN_HOUR} that have, within an
     * hour, it waits until the hour is over.
     *
     * @return until when it waits; empty where it leaves at once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> Optional<Instant> replace(MailKind<R> kind, long recipientId, R about) {
        withdraw(kind, recipientId);
        var room = pace.roomFor(kind.name(), recipientId);
        insert(kind, List.of(recipientId), about, false, recipient -> room);
        return Optional.of(room).filter(clock.instant()::isBefore);
    }

    /**
     * Puts one message for each of many into the outbox; they let every single message go first. Whoever has had
     * {@value #MESSAGES_AN_HOUR} of the kind within an hour gets theirs an hour later.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> void enqueueForAll(MailKind<R> kind, Collection<Long> recipientIds, R about) {
        var now = clock.instant();
        var later = pace.withoutRoom(kind.name());
        insert(kind, recipientIds, about, true, recipient -> later.getOrDefault(recipient, now));
    }

    /**
     * Whether the recipient has got {@value #MESSAGES_AN_HOUR} messages of that kind within an hour, so that whoever wants another
     * sent is to be refused; what the mail server has not taken does not count.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isSpent(MailKind<?> kind, long recipientId) {
        return sentWithinAnHour(kind, recipientId) >= MESSAGES_AN_HOUR;
    }

    /** How many messages of that kind the mail server has taken to the recipient within an hour. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sentWithinAnHour(MailKind<?> kind, long recipientId) {
        return pace.sent(kind.name(), recipientId);
    }

    /**
     * Whether {@value #MESSAGES_AN_HOUR} messages of these kinds, taken together, have been put in for the recipient within an hour,
     * so that a stranger who wants another sent is to be passed over.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFull(Collection<? extends MailKind<?>> kinds, long recipientId) {
        return pace.isFull(kinds.stream().<String>map(MailKind::name).toList(), recipientId);
    }

    /**
     * Has a message that waits tried again at once.
     *
     * @return false where there is none of that kind about that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> boolean retryNow(MailKind<R> kind, long recipientId, R about) {
        return messages.retryNow(kind.name(), recipientId, stored(kind, about), clock.instant());
    }

    /** Withdraws every message of that kind that has not left yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawAll(MailKind<?> kind) {
        messages.withdrawAll(kind.name());
    }

    /** Withdraws the messages of that kind to one recipient that have not left yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(MailKind<?> kind, long recipientId) {
        messages.withdraw(kind.name(), recipientId);
    }

    /** How many messages of that kind were put in for the recipient since then. */
    @Transactional(readOnly = true)
    public int countSince(MailKind<?> kind, long recipientId, Instant since) {
        return messages.countSince(kind.name(), recipientId, since);
    }

    /** Whether a mail server has ever taken a message to the recipient. */
    @Transactional(readOnly = true)
    public boolean hasSent(long recipientId) {
        return messages.hasSent(recipientId);
    }

    private <R> void insert(
            MailKind<R> kind, Collection<Long> recipientIds, R about, boolean bulk, LongFunction<Instant> from) {
        batches.insert(kind.name(), recipientIds, stored(kind, about), bulk, clock.instant(), from);
    }

    private static <R> long stored(MailKind<R> kind, R about) {
        return kind.store().applyAsLong(about);
    }
}
