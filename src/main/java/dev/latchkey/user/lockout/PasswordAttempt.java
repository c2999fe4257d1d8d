package dev.latchkey.user.lockout;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of counting an attempt with a password.
 *
 * @param taken whether it was allowed, and is now counted
 * @param noPasswordBefore until when no password is checked; null if the next one is allowed
 */
record PasswordAttempt(boolean taken, @Nullable Instant noPasswordBefore) {

    /** How long to wait for the next one. */
    Duration wait(Instant now) {
        // A correct password in another request may have lifted the delay
        return noPasswordBefore == null ? Duration.ZERO : Duration.between(now, noPasswordBefore);
    }
}
