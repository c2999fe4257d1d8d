package dev.latchkey.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Reads every log line of the test run, at TRACE, and remembers those that hold what no log may hold. */
public final class LogCanary extends AppenderBase<ILoggingEvent> {

    private static final LogCanary INSTANCE = new LogCanary();
    // Counts nanoseconds, of which six digits now and then look like one of a thousand codes; it has no code to log
    private static final String NANOSECONDS = "org.thymeleaf.TemplateEngine.TIMER";

    // Writes each line of a message that the tests' own mail server takes, secrets for the recipient included; no
    // product has it
    private static final String LINES_OF_MAIL = "com.icegreen.greenmail.util.LineLoggingBuffer";

    private static final Pattern LONG_WORD = Pattern.compile("[0-9A-Za-z-]{" + LongWords.SHORTEST + ",}");
    private static final int LONGEST_SHOWN = 300;
    private static final int CODE_LENGTH = 6;
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{" + CODE_LENGTH + "}");

    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final LongWords longWords = new LongWords();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final Set<String> partsOfAddresses = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    private final AtomicLong lines = new AtomicLong();

    private LogCanary() {
        words.add("otpauth:");
    }

    /** Turns TRACE on for every logger that the product itself does not pin, and reads along. */
    static void watchEverything() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!root.isAttached(INSTANCE)) {
            root.iteratorForAppenders().forEachRemaining(appender -> {
                var onlyWarnings = new ch.qos.logback.classic.filter.ThresholdFilter();
                onlyWarnings.setLevel("WARN");
                onlyWarnings.start();
                appender.addFilter(onlyWarnings);
            });
            INSTANCE.setContext(root.getLoggerContext());
            INSTANCE.start();
            root.addAppender(INSTANCE);
        }
        // A quarter of the time, which the mutation run cannot spare and has no use for
        ((Logger) LoggerFactory.getLogger(LINES_OF_MAIL)).setLevel(Level.INFO);
        root.setLevel(Boolean.getBoolean("latchkey.test.quiet") ? Level.WARN : Level.TRACE);
    }

    /** A secret or password that no log line may hold from now on. */
    public static String mustNotBeLogged(String word) {
        if (LONG_WORD.matcher(word).matches()) {
            INSTANCE.longWords.add(word);
        } else {
            INSTANCE.words.add(word);
        }
        return word;
    }

    /** A code that no log line may hold as a number of its own from now on. */
    static String codeMustNotBeLogged(String code) {
        INSTANCE.codes.add(code);
        return code;
    }

    /**
     * What stands in the address of a link or of a request: servers write addresses at DEBUG, but no line may hold it at a level
     * that the product ships with.
     */
    public static String partOfAnAddress(String word) {
        INSTANCE.longWords.remove(word);
        INSTANCE.words.remove(word);
        INSTANCE.codes.remove(word);
        INSTANCE.partsOfAddresses.add(word);
        return word;
    }

    /** Fails over the lines since the last time that said too much, each with its logger and stars for what it may not say. */
    public static void assertNothingFound() {
        var found = new LinkedHashSet<String>();
        INSTANCE.findings.drainTo(found);
        if (!found.isEmpty()) {
            throw new AssertionError("These lines of the log hold a secret:\n" + String.join("\n", found));
        }
    }

    /** How many lines were read. */
    public static long linesRead() {
        return INSTANCE.lines.get();
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.incrementAndGet();
        inspect(event, String.valueOf(event.getFormattedMessage()));
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            inspect(event, String.valueOf(cause.getMessage()));
        }
    }

    private void inspect(ILoggingEvent event, String text) {
        if (isAnyIn(words, text)
                || holdsLongWordOrCode(text, !event.getLoggerName().equals(NANOSECONDS))
                || event.getLevel().isGreaterOrEqual(Level.INFO) && isAnyIn(partsOfAddresses, text)) {
            findings.add(event.getLevel() + " " + event.getLoggerName() + ": " + withoutSecrets(text));
        }
    }

    private static boolean isAnyIn(Set<String> words, String text) {
        for (var word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Millions of lines come by, so it takes one look at each character, and no regular expression. */
    private boolean holdsLongWordOrCode(String text, boolean codesToo) {
        var start = 0;
        for (var end = 0; end <= text.length(); end++) {
            if (end == text.length() || !isOfAWord(text.charAt(end))) {
                if (longWords.isIn(text, start, end) || codesToo && isCode(text, start, end)) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    private boolean isCode(String text, int start, int end) {
        return end - start == CODE_LENGTH
                && !(start > 0 && joinsNumbers(text.charAt(start - 1)))
                && !(end < text.length() && joinsNumbers(text.charAt(end)))
                && codes.contains(text.substring(start, end));
    }

    private static boolean isOfAWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-';
    }

    private static boolean joinsNumbers(char c) {
        return c == '.' || c == ':';
    }

    private String withoutSecrets(String text) {
        // In this order: a key may hold six digits, and is not recognised without them
        var shown = LONG_WORD
                .matcher(text)
                .replaceAll(word -> longWords.isIn(word.group(), 0, word.group().length())
                        ? "***"
                        : Matcher.quoteReplacement(word.group()));
        shown = SIX_DIGITS.matcher(shown).replaceAll("***");
        for (var word : words) {
            shown = shown.replace(word, "***");
        }
        for (var word : partsOfAddresses) {
            shown = shown.replace(word, "***");
        }
        return shown.substring(0, Math.min(shown.length(), LONGEST_SHOWN));
    }
}
