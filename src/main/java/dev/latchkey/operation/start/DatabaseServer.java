package dev.latchkey.operation.start;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The properties of the database server, as it reports them.
 *
 * @param version such as {@code 11.4.5-MariaDB}
 * @param logBin whether it writes a binary log
 * @param binlogFormat the format of that log: {@code ROW}, {@code MIXED} or {@code STATEMENT}
 */
record DatabaseServer(String version, boolean logBin, String binlogFormat) {

    // The oldest version that the tests have run on
    private static final int MAJOR = 11;
    private static final int MINOR = 4;

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*MariaDB.*");

    /**
     * Does nothing for a server that is fit.
     *
     * @throws UnfitDatabaseException with what makes it unfit
     */
    void refuseUnfit() {
        problem().ifPresent(problem -> {
            throw new UnfitDatabaseException(
                    problem, "Change the server's settings, or set SPRING_DATASOURCE_URL to another server.");
        });
    }

    /** A sentence on what makes it unfit for Latchkey; empty for one that is fit. */
    Optional<String> problem() {
        var numbers = NUMBERS.matcher(version);
        if (!numbers.matches()
                || Integer.parseInt(numbers.group(1)) * 1_000 + Integer.parseInt(numbers.group(2))
                        < MAJOR * 1_000 + MINOR) {
            return Optional.of(
                    "The database is " + version + ". Latchkey needs MariaDB " + MAJOR + "." + MINOR + " or later.");
        }
        // Nodes share the outbox by FOR UPDATE SKIP LOCKED, whose result a statement-based log cannot reproduce
        return logBin && "STATEMENT".equals(binlogFormat)
                ? Optional.of("The database writes its binary log by statement. Set binlog_format to MIXED or ROW.")
                : Optional.empty();
    }
}
