package dev.latchkey.user.password.reset;

import java.time.Duration;
import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/** Tells this module about two-factor secrets that were mailed and wait for their first code. */
@NamedInterface("api")
public interface MailedSecrets {

    /** How long such a secret waits. */
    Duration life();

    /** Destroys one that waits, because the mailbox is no longer the user's. */
    void discard(long userId);

    /** Whether the user has one at that time. */
    boolean isOneWaiting(long userId, Instant now);
}
