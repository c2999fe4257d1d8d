package dev.latchkey.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Reads every log line of the test run, at TRACE, and remembers those that hold what no log may hold. */
public final class LogCanary extends AppenderBase<ILoggingEvent> {

    private static final LogCanary INSTANCE = new LogCanary();
    // Counts nanoseconds, of which six digits now and then look like one of a thousand codes; it has no code to log
    private static final String NANOSECONDS = "org.thymeleaf.TemplateEngine.TIMER";

    private static final Pattern SIX_DIGITS = Pattern.compile("(?<![0-9A-Za-z.:-])[0-9]{6}(?![0-9A-Za-z.:-])");

    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final AtomicLong lines = new AtomicLong();

    private LogCanary() {
        words.add("otpauth:");
    }

    /** Turns TRACE on for every logger that the product itself does not pin, and reads along. */
    static void watchEverything() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender != INSTANCE) {
                var onlyWarnings = new ch.qos.logback.classic.filter.ThresholdFilter();
                onlyWarnings.setLevel("WARN");
                onlyWarnings.start();
                appender.addFilter(onlyWarnings);
            }
        });
        if (!root.isAttached(INSTANCE)) {
            INSTANCE.setContext(root.getLoggerContext());
            INSTANCE.start();
            root.addAppender(INSTANCE);
        }
        root.setLevel(Level.TRACE);
    }

    /** A secret or password that no log line may hold from now on. */
    public static String mustNotBeLogged(String word) {
        INSTANCE.words.add(word);
        return word;
    }

    /** A code that no log line may hold as a number of its own from now on. */
    static String codeMustNotBeLogged(String code) {
        INSTANCE.codes.add(code);
        return code;
    }

    /** The loggers that said too much, each with what kind of thing; never the thing itself. */
    public static List<String> findings() {
        return INSTANCE.findings.stream().distinct().toList();
    }

    /** How many lines were read. */
    public static long linesRead() {
        return INSTANCE.lines.get();
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.incrementAndGet();
        inspect(event.getLoggerName(), String.valueOf(event.getFormattedMessage()));
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            inspect(event.getLoggerName(), String.valueOf(cause.getMessage()));
        }
    }

    private void inspect(String logger, String text) {
        if (words.stream().anyMatch(text::contains)) {
            findings.add(logger + " logged a secret or a password");
        }
        if (logger.equals(NANOSECONDS)) {
            return;
        }
        var numbers = SIX_DIGITS.matcher(text);
        while (numbers.find()) {
            if (codes.contains(numbers.group())) {
                findings.add(logger + " logged a code");
            }
        }
    }
}
