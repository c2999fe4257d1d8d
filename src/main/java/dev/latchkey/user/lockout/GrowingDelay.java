package dev.latchkey.user.lockout;

import java.time.Duration;
import org.springframework.modulith.NamedInterface;

/** How long the next attempt waits after a number of wrong ones in a row: no wait at first, then twice as long each time, up to an hour. */
@NamedInterface("api")
public final class GrowingDelay {

    /** Wrong attempts in a row without a wait. */
    public static final int FREE = 5;

    private static final int FIRST_SECONDS = 30;
    private static final int LONGEST_SECONDS = 3_600;
    // 2 to that power already exceeds the longest wait; more would overflow
    private static final int LARGEST_EXPONENT = 20;

    // What stands between the two places of the count, and what follows them
    private static final String BETWEEN = " < " + FREE + ", NULL, TIMESTAMPADD(SECOND, LEAST(" + LONGEST_SECONDS + ", "
            + FIRST_SECONDS + " * POW(2, LEAST(";
    private static final String BEHIND = " - " + FREE + ", " + LARGEST_EXPONENT + "))), :now))";

    /** SQL for the time before which no further password is looked at, calculated from {@code wrong_passwords} and {@code :now}. */
    static final String AFTER_WRONG_PASSWORDS = "IF(wrong_passwords" + BETWEEN + "wrong_passwords" + BEHIND;

    /** SQL for the time before which no further code is looked at, calculated from {@code wrong_codes} and {@code :now}. */
    public static final String AFTER_WRONG_CODES = "IF(wrong_codes" + BETWEEN + "wrong_codes" + BEHIND;

    private GrowingDelay() {}

    /** The number of wrong attempts in a row after which the waits before the last one add up to that. */
    static int wrongInARowUntil(Duration waited) {
        var wrong = FREE;
        for (var rest = waited.toSeconds(); rest > 0; wrong++) {
            rest -= Math.min(LONGEST_SECONDS, (long) FIRST_SECONDS << Math.min(wrong - FREE, LARGEST_EXPONENT));
        }
        return wrong;
    }
}
