package dev.latchkey.twofactor;

import java.time.Duration;

/** The result of checking an authentication code. */
public sealed interface CodeResult {

    /** The code was correct and is now spent. */
    record Accepted() implements CodeResult {}

    /**
     * The text is not a code of the user's app; it did not count as an attempt.
     *
     * @param digits how many the app shows
     */
    record Malformed(int digits) implements CodeResult {}

    /** The code is wrong, too old, or spent; which of these is not revealed. */
    record Wrong() implements CodeResult {}

    /** The code is from the secret that this sign-in has just shown, but for another time, by that much; it counts as a wrong one. */
    record ClockOff(Duration offset) implements CodeResult {}

    /** Too many wrong codes in a row: the code was not checked. */
    record Delayed(Duration delay) implements CodeResult {}

    /** So many wrong codes in a row that none is checked until an administrator unlocks the user. */
    record Locked() implements CodeResult {}
}
