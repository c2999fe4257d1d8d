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
 * The one limit on how many messages of a kind somebody gets, whoever causes them: {@value #MESSAGES} within an hour, counted in
 * the database.
 */
@Component
public class OutboxPace {

    static final int MESSAGES = 3;

    public static final Duration WINDOW = Duration.ofHours(1);

    private final OutboxPaceRepository messages;
    private final Clock clock;

    OutboxPace(OutboxPaceRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** When there is room for another message of that kind; nobody else finds the same room before the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant roomFor(String kind, long recipientId) {
        var now = clock.instant();
        lock(kind, recipientId);
        return messages.lastBut(kind, recipientId, now.minus(WINDOW), MESSAGES - 1)
                .map(first -> first.plus(WINDOW))
                .orElse(now);
    }

    /** Of all recipients of that kind those for whom there is no room now, and when there is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Instant> withoutRoom(String kind) {
        return messages.full(kind, clock.instant().minus(WINDOW), MESSAGES).stream()
                .collect(Collectors.toMap(
                        OutboxPaceRepository.Full::recipientId,
                        full -> full.lastAt().plus(WINDOW)));
    }

    /**
     * How many the recipient has got within the hour. What has not been sent does not count; of several who ask at once, each
     * waits for the one before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sent(String kind, long recipientId) {
        lock(kind, recipientId);
        return messages.countSent(kind, recipientId, clock.instant().minus(WINDOW));
    }

    /** Whether as many of these kinds, taken together, have been put in for the recipient as may be, whatever became of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isFull(Collection<String> kinds, long recipientId) {
        lock(kinds.iterator().next(), recipientId);
        return messages.countPutIn(kinds, recipientId, clock.instant().minus(WINDOW)) >= MESSAGES;
    }

    private void lock(String kind, long recipientId) {
        messages.lock(kind, recipientId, clock.instant());
    }
}
