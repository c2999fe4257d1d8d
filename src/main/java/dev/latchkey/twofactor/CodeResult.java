package dev.latchkey.twofactor;

import java.time.Duration;

/** What came of an authentication code. */
public sealed interface CodeResult {

    /** The code was right and is spent now. */
    record Accepted() implements CodeResult {}

    /** The text is not six digits; it did not count as an attempt. */
    record Malformed() implements CodeResult {}

    /** The code is wrong, too old, or spent; which of these is nobody's business. */
    record Wrong() implements CodeResult {}

    /**
     * The code is from the secret that this sign-in has just shown, but of another time than now, by that much; it was looked at like a
     * wrong one.
     */
    record ClockOff(Duration offset) implements CodeResult {}

    /** Too many wrong codes in a row: the code was not looked at. */
    record Delayed(Duration delay) implements CodeResult {}

    /** So many wrong codes in a row that none is looked at until an administrator unlocks the user. */
    record Locked() implements CodeResult {}
}
