package dev.latchkey.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The start of an enforcement that is still to come.
 *
 * @param offsetSeconds how far the clock of the administrator who planned it is ahead of UTC at that time; only for showing it
 */
public record PlannedStart(Instant start, int offsetSeconds) {

    /** That start, by the clock of the administrator who planned it. */
    public static PlannedStart of(OffsetDateTime start) {
        return new PlannedStart(start.toInstant(), start.getOffset().getTotalSeconds());
    }

    /** The date and time as the administrator planned it. */
    public OffsetDateTime dateTime() {
        return start.atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds));
    }
}
