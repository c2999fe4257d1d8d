package dev.latchkey.twofactor;

import java.time.Duration;

/** What came of an attempt to prove a proposed secret. */
public sealed interface EnrolmentResult {

    /**
     * The secret is the user's, and their personal switch is on.
     *
     * @param sessionEpoch under which the session that did it goes on; every other one of the user ends
     */
    record Enrolled(long sessionEpoch) implements EnrolmentResult {}

    /** The text is not six digits. */
    record Malformed() implements EnrolmentResult {}

    /** The code is not from this secret. */
    record Wrong() implements EnrolmentResult {}

    /**
     * The code is from this secret, made by a phone whose clock is off; it was not accepted.
     *
     * @param offset how far ahead the phone's clock is; negative where it is behind
     */
    record ClockOff(Duration offset) implements EnrolmentResult {}

    /** Meanwhile the user has got another secret, as in a second window; nothing has changed. */
    record Superseded() implements EnrolmentResult {}
}
