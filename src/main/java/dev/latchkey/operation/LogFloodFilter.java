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
 * Keeps whoever sends bad requests over and over from filling the log: of one message of one logger, as it stands in the code, and of
 * one fault, whatever the message makes of it, a few a minute are written, and of all that one logger warns of a few more. The first
 * that is left out says so.
 */
final class LogFloodFilter extends TurboFilter {

    /** How many of one message are written in a minute. */
    static final int MOST = 20;

    /** How many of all its messages a logger writes in a minute, for some put what was sent into the message. */
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

    /** Its kind and where it came from, without its message. */
    private static String faultOf(Throwable thrown) {
        var root = NestedExceptionUtils.getMostSpecificCause(thrown);
        var trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
