package dev.latchkey.audit.seal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Checks that entries were recorded at plausible times: after the entries of the previous seals, and before their own seal. Seals
 * are given in order. Times are the database's, in UTC.
 */
final class RecordingTimes {

    /** The tolerance for seals of an older version, which took their time from the node's clock, and for statements that waited. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS]");

    private LocalDateTime earliest = LocalDateTime.MIN;

    /** A sentence about what does not fit; empty if everything does. */
    Optional<String> check(Seal seal, EntriesHash entries) {
        if (entries.count() == 0) {
            return Optional.empty();
        }
        var sealedAt = at(seal.sealedAt());
        var first = at(entries.earliest());
        var last = at(entries.latest());
        var fits = !first.isBefore(earliest) && !last.isAfter(sealedAt.plus(TOLERANCE));
        // After a full seal there may be more entries that are as old
        var next = (seal.entryCount() < AuditSealer.BATCH && sealedAt.isAfter(last) ? sealedAt : last).minus(TOLERANCE);
        earliest = next.isAfter(earliest) ? next : earliest;
        return fits
                ? Optional.empty()
                : Optional.of(
                        ("Entries under seal %d, for the ids %d to %d, have times outside the period between the previous seal"
                                        + " and this one: from %s to %s UTC.")
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
