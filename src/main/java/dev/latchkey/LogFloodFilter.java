package dev.latchkey;

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

/**
 * Keeps whoever sends the same bad request over and over from filling the log: of one message of one logger, as it stands in the code, a
 * few a minute are written, and the first that is left out says so.
 */
final class LogFloodFilter extends TurboFilter {

    /** How many of one message are written in a minute. */
    static final int MOST = 20;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int KINDS = 500;
    private static final String LEFT_OUT = "More of the same is left out for a minute: {}";

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
        var count = written.get(logger.getName() + format, key -> new AtomicInteger())
                .incrementAndGet();
        if (count == MOST + 1) {
            logger.warn(LEFT_OUT, format.lines().findFirst().orElse(""));
        }
        return count > MOST ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
