package dev.latchkey.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.springframework.core.NestedExceptionUtils;

/**
 * Prevents repeated bad requests from filling the log: for each message template of a logger, and for each kind of exception
 * regardless of its message, a few entries a minute are written, and a few more for all warnings of a logger. The first omitted
 * entry says so.
 */
final class LogFloodFilter extends TurboFilter {

    /** How many entries of one message are written per minute. */
    static final int MOST = 20;

    /** How many entries a logger writes per minute in total, because some messages contain parts of the request. */
    static final int MOST_OF_A_LOGGER = 100;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int KINDS = 500;
    private static final String LEFT_OUT = "Skipping further messages of this kind for a minute: {}";

    private final Cache<String, AtomicInteger> written =
            Caffeine.newBuilder().expireAfterWrite(MINUTE).maximumSize(KINDS).build();

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        if (!level.isGreaterOrEqual(Level.WARN) || format == null || format.equals(LEFT_OUT)) {
            return FilterReply.NEUTRAL;
        }
        var what = thrown == null ? format : faultOf(thrown);
        var isFlood = isBeyond(MOST, logger, what) || isBeyond(MOST_OF_A_LOGGER, logger, "");
        return isFlood ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private boolean isBeyond(int most, Logger logger, String what) {
        var count = written.get(logger.getName() + '\n' + what, key -> new AtomicInteger())
                .incrementAndGet();
        if (count == most + 1) {
            logger.warn(LEFT_OUT, what.lines().findFirst().orElse("all messages of this logger"));
        }
        return count > most;
    }

    /** The exception's type and origin, without its message. */
    private static String faultOf(Throwable thrown) {
        var root = NestedExceptionUtils.getMostSpecificCause(thrown);
        var trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
