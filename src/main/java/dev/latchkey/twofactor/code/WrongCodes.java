package dev.latchkey.twofactor.code;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's wrong codes in a row.
 *
 * @param noCodeBefore when the next attempt is allowed; null for at once
 */
record WrongCodes(int wrongCodes, @Nullable Instant noCodeBefore) {

    /** How long the next attempt waits; zero or less for no wait, because a correct code in another request may have lifted the delay. */
    Duration delayAt(Instant now) {
        return noCodeBefore == null ? Duration.ZERO : Duration.between(now, noCodeBefore);
    }
}
