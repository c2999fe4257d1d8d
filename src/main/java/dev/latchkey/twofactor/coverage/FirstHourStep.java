package dev.latchkey.twofactor.coverage;

import org.springframework.modulith.NamedInterface;

/** What administrators do first, in this order. */
@NamedInterface("api")
public enum FirstHourStep {
    /** They set up their own two-factor authentication. */
    OWN_FACTOR,
    /** There is another administrator, who can help the first. */
    SECOND_ADMINISTRATOR,
    /** A test mail has been sent. */
    TEST_MAIL,
    /** Somebody else has been invited. */
    INVITATIONS,
    /** How members get their secret is chosen, or the default is kept. */
    SECRET_DELIVERY,
    /** Two-factor authentication is enforced. */
    ENFORCEMENT
}
