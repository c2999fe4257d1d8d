package dev.latchkey.twofactor.enrolment;

import dev.latchkey.twofactor.recovery.RecoveryCodeSet;
import java.time.Duration;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The result of an attempt to prove a proposed secret. */
@NamedInterface("api")
public sealed interface EnrolmentResult {

    /**
     * The secret is stored for the user, and their personal switch is on.
     *
     * @param sessionEpoch the epoch with which the current session continues; every other one of the user ends
     * @param recoveryCodes the user's first, to be shown now; empty if they have had some before
     */
    record Enrolled(long sessionEpoch, Optional<RecoveryCodeSet> recoveryCodes) implements EnrolmentResult {}

    /** The text is not six digits. */
    record Malformed() implements EnrolmentResult {}

    /** The code is not from this secret. */
    record Wrong() implements EnrolmentResult {}

    /**
     * The code is from this secret, made by a phone whose clock is off; it was not accepted.
     *
     * @param offset how far ahead the phone's clock is; negative if it is behind
     */
    record ClockOff(Duration offset) implements EnrolmentResult {}

    /** The user's confirmation of their identity is too old by now; nothing has changed. */
    record Expired() implements EnrolmentResult {}

    /** The user has got another secret since, for example in a second window; nothing has changed. */
    record Superseded() implements EnrolmentResult {}
}
