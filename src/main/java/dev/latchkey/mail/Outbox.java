package dev.latchkey.mail;

import dev.latchkey.mail.MailKind.Nothing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accepts messages in the transaction that causes them; they are sent soon after it commits, and never if it does not. */
@Service
public class Outbox {

    /** How many messages of a kind a recipient gets within an hour, if the kind is limited. */
    public static final int MESSAGES_AN_HOUR = OutboxPace.MESSAGES;

    private static final Duration OF_THIS_TRANSACTION = Duration.ofMinutes(1);

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
     * Puts a message into the outbox, however many there were before: for messages that the caller limits in another way.
     *
     * @param kind one that a {@link MailComposer} composes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> void enqueue(MailKind<R> kind, long recipientId, R about) {
        enqueue(kind, recipientId, about, MailOccasion.now(clock.instant()));
    }

    /** Like {@link #enqueue(MailKind, long, Object)}, for what happened earlier, or in a request that has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> void enqueue(MailKind<R> kind, long recipientId, R about, MailOccasion occasion) {
        var now = clock.instant();
        insert(kind, List.of(recipientId), about, false, occasion, recipient -> now);
    }

    /** Like {@link #enqueue(MailKind, long, Object)}, for a message about nothing in particular. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(MailKind<Nothing> kind, long recipientId) {
        enqueue(kind, recipientId, Nothing.NOTHING);
    }

    /**
     * Notifies somebody of an event. After {@value #MESSAGES_AN_HOUR} of a kind within an hour, later ones are combined into one
     * message, which waits until the hour is over and says how many it stands for: none is lost.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> void tell(MailKind<R> kind, long recipientId, R about) {
        var now = clock.instant();
        var room = pace.roomFor(kind.name(), recipientId);
        var occasion = MailOccasion.now(now);
        if (!room.isAfter(now) || !sumUp(kind, recipientId, about, occasion)) {
            insert(kind, List.of(recipientId), about, false, occasion, recipient -> room);
        }
    }

    /** Like {@link #tell(MailKind, long, Object)}, for a message about nothing in particular. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(MailKind<Nothing> kind, long recipientId) {
        tell(kind, recipientId, Nothing.NOTHING);
    }

    /**
     * Replaces all messages of its kind that have not been sent yet. After {@value #MESSAGES_AN_HOUR} sent within an hour, it waits
     * until the hour is over.
     *
     * @return until when it waits; empty if it is sent at once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> Optional<Instant> replace(MailKind<R> kind, long recipientId, R about) {
        withdraw(kind, recipientId);
        var room = pace.roomFor(kind.name(), recipientId);
        insert(kind, List.of(recipientId), about, false, MailOccasion.now(clock.instant()), recipient -> room);
        return Optional.of(room).filter(clock.instant()::isBefore);
    }

    /**
     * Puts one message for each of many recipients into the outbox, with a lower priority than single messages. Recipients who have
     * had {@value #MESSAGES_AN_HOUR} of the kind within an hour get theirs an hour later.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> void enqueueForAll(MailKind<R> kind, Collection<Long> recipientIds, R about) {
        var now = clock.instant();
        var later = pace.withoutRoom(kind.name());
        insert(kind, recipientIds, about, true, MailOccasion.now(now), recipient -> later.getOrDefault(recipient, now));
    }

    /**
     * Whether the recipient has got {@value #MESSAGES_AN_HOUR} messages of that kind within an hour, so that another must be
     * refused; messages that the mail server has not accepted do not count.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isSpent(MailKind<?> kind, long recipientId) {
        return sentWithinAnHour(kind, recipientId) >= MESSAGES_AN_HOUR;
    }

    /** How many messages of that kind to the recipient the mail server has accepted within an hour. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sentWithinAnHour(MailKind<?> kind, long recipientId) {
        return pace.sent(kind.name(), recipientId);
    }

    /**
     * Whether {@value #MESSAGES_AN_HOUR} messages of these kinds, taken together, have been enqueued for the recipient within an
     * hour, so that a request from somebody who is not logged in is ignored.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFull(Collection<? extends MailKind<?>> kinds, long recipientId) {
        return pace.isFull(kinds.stream().<String>map(MailKind::name).toList(), recipientId);
    }

    /**
     * Retries a waiting message at once.
     *
     * @return false if there is none of that kind about that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <R> boolean retryNow(MailKind<R> kind, long recipientId, R about) {
        return messages.retryNow(kind.name(), recipientId, stored(kind, about), clock.instant());
    }

    /** Withdraws every message of that kind that has not been sent yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawAll(MailKind<?> kind) {
        messages.withdrawAll(kind.name());
    }

    /** Withdraws the messages of that kind to one recipient that have not been sent yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(MailKind<?> kind, long recipientId) {
        messages.withdraw(kind.name(), recipientId);
    }

    /** Withdraws the messages of that kind to these recipients that have not been sent yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(MailKind<?> kind, Collection<Long> recipientIds) {
        if (!recipientIds.isEmpty()) {
            messages.withdraw(kind.name(), recipientIds);
        }
    }

    /**
     * Gives the recipient's messages that have not been tried a lower priority than single messages, as a part of the transaction that
     * enqueued them for one of many users.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveWay(long recipientId) {
        messages.giveWay(recipientId, clock.instant().minus(OF_THIS_TRANSACTION));
    }

    /** How many messages of that kind were enqueued for the recipient since then. */
    @Transactional(readOnly = true)
    public int countSince(MailKind<?> kind, long recipientId, Instant since) {
        return messages.countSince(kind.name(), recipientId, since);
    }

    /** Whether a mail server has ever accepted a message to the recipient. */
    @Transactional(readOnly = true)
    public boolean hasSent(long recipientId) {
        return messages.hasSent(recipientId);
    }

    private <R> boolean sumUp(MailKind<R> kind, long recipientId, R about, MailOccasion occasion) {
        var client = occasion.client();
        return messages.sumUp(
                kind.name(),
                recipientId,
                stored(kind, about),
                occasion.at(),
                client.address(),
                client.device().browser(),
                client.device().operatingSystem());
    }

    private <R> void insert(
            MailKind<R> kind,
            Collection<Long> recipientIds,
            R about,
            boolean bulk,
            MailOccasion occasion,
            LongFunction<Instant> from) {
        batches.insert(kind.name(), recipientIds, stored(kind, about), bulk, clock.instant(), occasion, from);
    }

    private static <R> long stored(MailKind<R> kind, R about) {
        return kind.store().applyAsLong(about);
    }
}
