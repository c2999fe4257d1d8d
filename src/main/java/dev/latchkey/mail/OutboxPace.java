package dev.latchkey.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limit on how many messages of a kind a recipient gets, regardless of who causes them: {@value #MESSAGES} within an hour,
 * counted in the database.
 */
@Component
class OutboxPace {

    static final int MESSAGES = 3;

    static final Duration WINDOW = Duration.ofHours(1);

    private final OutboxPaceRepository messages;
    private final Clock clock;

    OutboxPace(OutboxPaceRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** When another message of that kind may be sent; nobody else can take its place before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant roomFor(String kind, long recipientId) {
        var now = clock.instant();
        lock(kind, recipientId);
        return messages.lastBut(kind, recipientId, now.minus(WINDOW), MESSAGES - 1)
                .map(first -> first.plus(WINDOW))
                .orElse(now);
    }

    /** The recipients who may get no more of that kind now, and when they may again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Instant> withoutRoom(String kind) {
        return messages.full(kind, clock.instant().minus(WINDOW), MESSAGES).stream()
                .collect(Collectors.toMap(
                        OutboxPaceRepository.Full::recipientId,
                        full -> full.lastAt().plus(WINDOW)));
    }

    /** How many the recipient has got within the hour. Unsent messages do not count; concurrent callers wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sent(String kind, long recipientId) {
        lock(kind, recipientId);
        return messages.countSent(kind, recipientId, clock.instant().minus(WINDOW));
    }

    /** Whether the limit of these kinds, taken together, has been enqueued for the recipient, sent or not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFull(Collection<String> kinds, long recipientId) {
        lock(kinds.iterator().next(), recipientId);
        return messages.countPutIn(kinds, recipientId, clock.instant().minus(WINDOW)) >= MESSAGES;
    }

    private void lock(String kind, long recipientId) {
        messages.lock(kind, recipientId, clock.instant());
    }
}
