package dev.latchkey.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Looks for {@link Rubbish} that has come into the log as it was, where a line break of a stranger makes a line of its own. */
public final class LoggedInput extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Pattern UNENCODED =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]|[\\r\\n]X-Forged|[\\r\\n]Bcc");

    private final Queue<String> findings = new ConcurrentLinkedQueue<>();

    private LoggedInput() {}

    /** Begins to read along. */
    public static LoggedInput listen() {
        var log = new LoggedInput();
        log.start();
        root().addAppender(log);
        return log;
    }

    /** The loggers that wrote what a stranger sent as it was. */
    public List<String> findings() {
        return findings.stream().distinct().toList();
    }

    /** Reads no further. */
    @Override
    public void close() {
        root().detachAppender(this);
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
            inspect(event.getLoggerName(), event.getFormattedMessage());
            for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                inspect(event.getLoggerName() + " (" + cause.getClassName() + ")", cause.getMessage());
            }
        }
    }

    private void inspect(String logger, String text) {
        if (text != null && UNENCODED.matcher(text).find()) {
            findings.add(logger);
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
