package dev.latchkey.twofactor.enrolment;

import dev.latchkey.twofactor.CodeResult;

/** What came of an attempt to turn one's own two-factor authentication off. */
public sealed interface SwitchOffResult {

    /**
     * It is off, and the secret is destroyed.
     *
     * @param sessionEpoch under which the session that did it goes on; every other one of the user ends
     */
    record SwitchedOff(long sessionEpoch) implements SwitchOffResult {}

    /** The code was not accepted. */
    record CodeRefused(CodeResult reason) implements SwitchOffResult {}

    /** The account enforces two-factor authentication, or the secret has changed meanwhile; nothing has changed. */
    record Refused() implements SwitchOffResult {}
}
