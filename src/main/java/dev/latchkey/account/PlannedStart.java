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

    private static final int LARGEST_OFFSET = ZoneOffset.MAX.getTotalSeconds();
    private static final int OFFSETS = 2 * LARGEST_OFFSET + 1;

    /** That start, by the clock of the administrator who planned it. */
    public static PlannedStart of(OffsetDateTime start) {
        return new PlannedStart(start.toInstant(), start.getOffset().getTotalSeconds());
    }

    /** The start that {@link #asNumber} has made that number of. */
    public static PlannedStart ofNumber(long number) {
        return new PlannedStart(
                Instant.ofEpochSecond(Math.floorDiv(number, OFFSETS)),
                (int) Math.floorMod(number, OFFSETS) - LARGEST_OFFSET);
    }

    /** It as one number, to the second. */
    public long asNumber() {
        return start.getEpochSecond() * OFFSETS + offsetSeconds + LARGEST_OFFSET;
    }

    /** The date and time as the administrator planned it. */
    public OffsetDateTime dateTime() {
        return start.atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds));
    }
}
