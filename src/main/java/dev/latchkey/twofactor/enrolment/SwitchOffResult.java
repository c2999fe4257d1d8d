package dev.latchkey.twofactor.enrolment;

import dev.latchkey.twofactor.CodeResult;

/** The result of a user's attempt to turn their two-factor authentication off. */
public sealed interface SwitchOffResult {

    /**
     * It is off, and the secret is destroyed.
     *
     * @param sessionEpoch the epoch with which the current session continues; every other one of the user ends
     */
    record SwitchedOff(long sessionEpoch) implements SwitchOffResult {}

    /** The code was not accepted. */
    record CodeRefused(CodeResult reason) implements SwitchOffResult {}

    /** The account enforces two-factor authentication, or the secret has changed since; nothing has changed. */
    record Refused() implements SwitchOffResult {}
}
