package dev.latchkey.operation.start;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The database server as it describes itself.
 *
 * @param version such as {@code 11.4.5-MariaDB}
 * @param logBin whether it writes a binary log
 * @param binlogFormat what that log is to hold: {@code ROW}, {@code MIXED} or {@code STATEMENT}
 */
public record DatabaseServer(String version, boolean logBin, String binlogFormat) {

    // As old as the oldest that the tests have seen
    private static final int MAJOR = 11;
    private static final int MINOR = 4;

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*MariaDB.*");

    /** A sentence on what makes it unfit for Latchkey; empty for one that is fit. */
    public Optional<String> problem() {
        var numbers = NUMBERS.matcher(version);
        if (!numbers.matches()
                || Integer.parseInt(numbers.group(1)) * 1_000 + Integer.parseInt(numbers.group(2))
                        < MAJOR * 1_000 + MINOR) {
            return Optional.of(
                    "The database is " + version + ". Latchkey needs MariaDB " + MAJOR + "." + MINOR + " or later.");
        }
        // Nodes share the outbox by FOR UPDATE SKIP LOCKED, whose effect no statement in a log repeats
        return logBin && "STATEMENT".equals(binlogFormat)
                ? Optional.of("The database writes its binary log by statement. Set binlog_format to MIXED or ROW.")
                : Optional.empty();
    }
}
