package dev.latchkey.audit.seal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Whether entries were recorded when they could have been: after those under the seals before, and before the one over them. Seals
 * are given in their order. Times are those of the database, in UTC.
 */
final class RecordingTimes {

    /** What clocks may differ by where an older version took the time of the seal from its own, and a statement may wait. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS]");

    private LocalDateTime earliest = LocalDateTime.MIN;

    /** A sentence on what does not fit; empty where all does. */
    Optional<String> check(Seal seal, EntriesHash entries) {
        if (entries.count() == 0) {
            return Optional.empty();
        }
        var sealedAt = at(seal.sealedAt());
        var first = at(entries.earliest());
        var last = at(entries.latest());
        var fits = !first.isBefore(earliest) && !last.isAfter(sealedAt.plus(TOLERANCE));
        // Under a full seal there may be others left that are as old
        var next = (seal.entryCount() < AuditSealer.BATCH && sealedAt.isAfter(last) ? sealedAt : last).minus(TOLERANCE);
        earliest = next.isAfter(earliest) ? next : earliest;
        return fits
                ? Optional.empty()
                : Optional.of(
                        "Entries under seal %d, for the ids %d to %d, have times outside the period between the previous seal and this one: from %s to %s UTC."
                                .formatted(
                                        seal.id(),
                                        seal.firstEntryId(),
                                        seal.lastEntryId(),
                                        entries.earliest(),
                                        entries.latest()));
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time, FORMAT);
    }
}
