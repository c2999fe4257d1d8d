package dev.latchkey.user.lockout;

import java.time.Duration;
import org.springframework.modulith.NamedInterface;

/** How long the next attempt waits after so many wrong ones in a row: not at first, then twice as long each time, up to an hour. */
@NamedInterface("api")
public final class GrowingDelay {

    /** Wrong attempts in a row that cost no waiting. */
    public static final int FREE = 5;

    private static final int FIRST_SECONDS = 30;
    private static final int LONGEST_SECONDS = 3_600;
    // 2 to that power is beyond the longest already; more would overflow
    private static final int LARGEST_EXPONENT = 20;

    private GrowingDelay() {}

    /** After how many wrong ones in a row the waits before the last add up to that. */
    static int wrongInARowUntil(Duration waited) {
        var wrong = FREE;
        for (var rest = waited.toSeconds(); rest > 0; wrong++) {
            rest -= Math.min(LONGEST_SECONDS, (long) FIRST_SECONDS << Math.min(wrong - FREE, LARGEST_EXPONENT));
        }
        return wrong;
    }

    /** SQL for the time before which no further attempt is looked at, reckoned from a column with the count and the parameter {@code :now}. */
    public static String sql(String count) {
        return "IF(%1$s < %2$d, NULL, TIMESTAMPADD(SECOND, LEAST(%4$d, %3$d * POW(2, LEAST(%1$s - %2$d, %5$d))), :now))"
                .formatted(count, FREE, FIRST_SECONDS, LONGEST_SECONDS, LARGEST_EXPONENT);
    }
}
