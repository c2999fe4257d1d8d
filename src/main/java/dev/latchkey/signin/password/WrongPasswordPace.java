package dev.latchkey.signin.password;

import dev.latchkey.user.password.hash.ImportedHashes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Answers wrong passwords every two seconds while there are imported hashes. Checking one takes longer or shorter than checking our
 * own, or the hash that unknown users are compared with, so the time would tell a stranger whose address is a user's. Nobody's turn
 * is held meanwhile, and every wrong password has been counted before.
 */
@Component
class WrongPasswordPace {

    /** What every answer is rounded up to; longer than almost every hash that is imported takes, on slow processors too. */
    static final Duration STEP = Duration.ofSeconds(2);

    private final ImportedHashes imported;

    WrongPasswordPace(ImportedHashes imported) {
        this.imported = imported;
    }

    /** Waits until it is time to answer what was begun at that {@link System#nanoTime}. */
    void keepSince(long begun) {
        if (!imported.areLeft()) {
            return;
        }
        var due = begun + untilDue(System.nanoTime() - begun);
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /** After how many nanoseconds an answer is due that has taken that many. */
    static long untilDue(long taken) {
        return Math.ceilDiv(Math.max(1, taken), STEP.toNanos()) * STEP.toNanos();
    }
}
