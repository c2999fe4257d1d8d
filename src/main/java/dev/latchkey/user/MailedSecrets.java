package dev.latchkey.user;

import java.time.Duration;
import java.time.Instant;

/** Knows, for this module that does not, of two-factor secrets that were mailed and wait for their first code. */
public interface MailedSecrets {

    /** How long such a secret waits. */
    Duration life();

    /** Whether the user has one at that time. */
    boolean isOneWaiting(long userId, Instant now);
}
