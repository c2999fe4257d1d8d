package dev.latchkey.mail.queue;

import dev.latchkey.common.CachedReading;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Shows how much mail waits, from a query that is not repeated for some seconds, however many ask. */
@Component
@NamedInterface("api")
public class MailQueue {

    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CachedReading<MailQueueState> state;

    MailQueue(MailQueueRepository messages, Clock clock) {
        this.state = new CachedReading<>(() -> messages.state(clock.instant()), LIFE, PATIENCE);
    }

    /** The state, some seconds old at most; empty if the database does not answer. */
    public Optional<MailQueueState> state() {
        return state.get();
    }

    /** The last state, without waiting; empty if there was none within a minute. */
    Optional<MailQueueState> latest() {
        return state.latest();
    }
}
