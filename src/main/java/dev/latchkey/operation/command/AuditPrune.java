package dev.latchkey.operation.command;

import dev.latchkey.audit.prune.AuditPruning;
import dev.latchkey.audit.prune.PruningException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;

/**
 * {@code --audit-prune=BEFORE --archive=FILE} moves older entries of the audit trail to a file; BEFORE is a date in UTC, or an age such as
 * {@code 400d}.
 */
final class AuditPrune {

    private static final Duration LEAST_AGE = Duration.ofDays(30);
    private static final String ARCHIVE = "--archive=";

    private final AuditPruning pruning;
    private final Clock clock;
    private final PrintStream out;

    AuditPrune(AuditPruning pruning, Clock clock, PrintStream out) {
        this.pruning = pruning;
        this.clock = clock;
        this.out = out;
    }

    /** Runs the command without the server; returns the exit code. */
    static int run(String before, String[] args) {
        try (var application = OfflineApplication.startAsOwner(args)) {
            return new AuditPrune(application.getBean(AuditPruning.class), application.getBean(Clock.class), System.out)
                    .perform(before, archive(args));
        }
    }

    /** Runs the command; returns 0, or 1 if it is refused or not completed. */
    int perform(String before, Optional<Path> archive) {
        var time = parse(before, clock.instant());
        if (time.isEmpty() || archive.isEmpty()) {
            out.println(
                    "Nothing was removed. Use --audit-prune=BEFORE --archive=FILE, where BEFORE is a date, such as 2025-12-31,"
                            + " or an age, such as 400d, and FILE is a new file.");
            return 1;
        }
        if (time.get().isAfter(clock.instant().minus(LEAST_AGE))) {
            out.println("Nothing was removed. The last 30 days of the audit trail always stay.");
            return 1;
        }
        try {
            var entries = pruning.prune(time.get(), archive.get());
            out.println(
                    entries == 0
                            ? "Nothing was removed: no entries were sealed before " + time.get() + "."
                            : "Moved %d entries to %s. Check it with --audit-verify=%s, and store it where the keyset is not."
                                    .formatted(entries, archive.get(), archive.get()));
            return 0;
        } catch (PruningException e) {
            out.println("The command was not completed. " + e.getMessage());
            return 1;
        }
    }

    private static Optional<Instant> parse(String before, Instant now) {
        try {
            return Optional.of(LocalDate.parse(before).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notADate) {
            try {
                return Optional.of(now.minus(DurationStyle.detectAndParse(before)));
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException notAnAge) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Path> archive(String[] args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(ARCHIVE) && arg.length() > ARCHIVE.length())
                .map(arg -> Path.of(arg.substring(ARCHIVE.length())))
                .findFirst();
    }
}
