package dev.latchkey.operation.health;

import dev.latchkey.common.AllOrNothing;
import dev.latchkey.common.CachedReading;
import dev.latchkey.common.text.ShortText;
import dev.latchkey.twofactor.keyset.KeysetCanaryCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks at what a node needs to log users in: a database that it can write to, a clock that agrees with the database's, and the
 * keyset that decrypts it. However many ask, it looks once in a few seconds, and answers in a bounded time.
 */
@Component
class NodeCheck {

    private static final Logger LOG = LoggerFactory.getLogger(NodeCheck.class);

    static final Duration LIFE = Duration.ofSeconds(2);
    // More than the pool of connections waits, so that its reason is heard
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int PROBLEM_LENGTH = 300;
    private static final NodeState NO_ANSWER =
            NodeState.withoutDatabase("It did not answer within " + PATIENCE.toSeconds() + " seconds.");

    private final WriteCheckRepository database;
    private final AllOrNothing allOrNothing;
    private final KeysetCanaryCheck keyset;
    private final Clock clock;
    private final CachedReading<NodeState> state = new CachedReading<>(this::look, LIFE, PATIENCE);
    private final AtomicBoolean fit = new AtomicBoolean(true);

    NodeCheck(WriteCheckRepository database, AllOrNothing allOrNothing, KeysetCanaryCheck keyset, Clock clock) {
        this.database = database;
        this.allOrNothing = allOrNothing;
        this.keyset = keyset;
        this.clock = clock;
    }

    /** So that the log tells of a problem even if nobody asks for it. */
    @Scheduled(fixedDelay = 10_000)
    void watch() {
        state();
    }

    /** The current state, some seconds old at most. */
    NodeState state() {
        return state.get().orElse(NO_ANSWER);
    }

    /** The state at the last look, without waiting for the next. */
    NodeState latest() {
        return state.latest().orElse(NO_ANSWER);
    }

    private NodeState look() {
        var found = ask();
        if (fit.getAndSet(found.isFit()) != found.isFit()) {
            found.problem()
                    .ifPresentOrElse(
                            problem -> LOG.warn("This node isn't ready. {}", problem),
                            () -> LOG.info("This node is ready again."));
        }
        return found;
    }

    private NodeState ask() {
        try {
            allOrNothing.happens(() -> {
                database.insert();
                return false;
            });
            return new NodeState(null, clockDifference(), keyset.fits());
        } catch (DataAccessException | TransactionException e) {
            return NodeState.withoutDatabase(reason(e));
        }
    }

    /** Measured against the middle of the question, and without the time that it took: the answer may be from any moment of it. */
    private Duration clockDifference() {
        var before = clock.instant();
        var there = Instant.EPOCH.plus(database.microsecondsOfDatabase(), ChronoUnit.MICROS);
        var half = Duration.between(before, clock.instant()).dividedBy(2);
        var difference = Duration.between(there, before.plus(half));
        return difference.abs().compareTo(half) <= 0
                ? Duration.ZERO
                : difference.isNegative() ? difference.plus(half) : difference.minus(half);
    }

    private static String reason(Exception failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return ShortText.cut(
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
                        .lines()
                        .findFirst()
                        .orElse(""),
                PROBLEM_LENGTH);
    }
}
