package dev.latchkey.user.lockout;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an attempt with a password.
 *
 * @param taken whether it was free, and is counted now
 * @param noPasswordBefore until when no password is looked at; null where the next one is free
 */
record PasswordAttempt(boolean taken, @Nullable Instant noPasswordBefore) {

    /** How long to wait for the next one. */
    Duration wait(Instant now) {
        // A right password in another request may have lifted the delay meanwhile
        return noPasswordBefore == null ? Duration.ZERO : Duration.between(now, noPasswordBefore);
    }
}
