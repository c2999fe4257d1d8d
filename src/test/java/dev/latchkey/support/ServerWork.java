package dev.latchkey.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.AppenderBase;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the server does to answer: everything that its threads allocate, from the first byte of the request line, the statements
 * that they prepare and the lines that they log. Tests log everything and read each line of it, which no installation does: here the log
 * is as loud as there, but nothing is left out of it. Needs threads of the platform's own.
 */
public final class ServerWork implements AutoCloseable {

    private static final String SERVER_THREAD = "http-nio-";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level levelBefore = root.getLevel();
    private final List<TurboFilter> filtersBefore =
            List.copyOf(root.getLoggerContext().getTurboFilterList());
    private final Lines lines = new Lines();
    private final NotedStatements statements;

    /** Begins to count. */
    public ServerWork(NotedStatements statements) {
        this.statements = statements;
        root.setLevel(Level.INFO);
        root.getLoggerContext().getTurboFilterList().clear();
        lines.start();
        root.addAppender(lines);
    }

    /** What the server does meanwhile. */
    public Cost of(Runnable request) {
        statements.taken();
        lines.count.set(0);
        var before = allocated();
        request.run();
        return new Cost(allocated() - before, statements.taken().size(), lines.count.get());
    }

    private long allocated() {
        var serving = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith(SERVER_THREAD))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        return Arrays.stream(threads.getThreadAllocatedBytes(serving)).sum();
    }

    /** Leaves the log as it was. */
    @Override
    public void close() {
        root.detachAppender(lines);
        root.getLoggerContext().getTurboFilterList().addAll(filtersBefore);
        root.setLevel(levelBefore);
    }

    /**
     * Of one request.
     *
     * @param bytes allocated, whether or not they were kept
     * @param lines of the log, those of stack traces included
     */
    public record Cost(long bytes, int statements, int lines) {

        /** The less of each, for what two measurements of one thing differ by belongs to neither. */
        public Cost least(Cost other) {
            return new Cost(
                    Math.min(bytes, other.bytes), Math.min(statements, other.statements), Math.min(lines, other.lines));
        }
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThreadName().startsWith(SERVER_THREAD)) {
                var trace =
                        event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
                count.addAndGet((int)
                        (event.getFormattedMessage() + "\n" + trace).lines().count());
            }
        }
    }
}
