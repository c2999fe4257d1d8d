package dev.latchkey.twofactor.code;

import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.user.group.AdministratorGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong codes in a row, per user, in the database. An attempt is counted before its code is checked and given back if the
 * code is correct, so that parallel guesses cannot exceed the limit. Always in its own transaction: the count is kept although the
 * sign-in fails.
 */
@Component
public class CodeAttempts {

    /**
     * Wrong codes in a row after which only an administrator or a recovery code helps (NIST SP 800-63B, 3.2.2). If no other
     * administrator could sign in, an administrator's count stays below it: their next attempt waits an hour instead.
     */
    public static final int CEILING = 100;

    // One more would reach the ceiling
    private static final int LAST_ATTEMPT = CEILING - 1;

    private final CodeAttemptRepository counts;
    private final AdministratorGuard administrators;
    private final Clock clock;

    CodeAttempts(CodeAttemptRepository counts, AdministratorGuard administrators, Clock clock) {
        this.counts = counts;
        this.administrators = administrators;
        this.clock = clock;
    }

    /** Counts an attempt; if none is allowed, says so and counts nothing. */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Attempt take(long userId) {
        var now = clock.instant();
        if (counts.raise(userId, 0, LAST_ATTEMPT - 1, LAST_ATTEMPT, now)) {
            return new Taken(counts.find(userId).orElseThrow().wrongCodes());
        }
        var count = counts.find(userId);
        if (count.isEmpty()) {
            // A user who never had a secret has nothing to guess
            return new Taken(0);
        }
        return isLastAttempt(count.get(), now) ? takeFinalAttempt(userId, now) : refusal(count.get(), now);
    }

    /** The final attempt: somebody who knows the password of the only administrator must not be able to lock the account. */
    private Attempt takeFinalAttempt(long userId, Instant now) {
        var held = administrators.isIrreplaceable(userId);
        if (counts.raise(userId, LAST_ATTEMPT, LAST_ATTEMPT, held ? LAST_ATTEMPT : CEILING, now)) {
            return held ? new Held() : new Taken(CEILING);
        }
        // Another request was faster
        return refusal(counts.find(userId).orElseThrow(), now);
    }

    private static boolean isLastAttempt(WrongCodes count, Instant now) {
        return count.wrongCodes() == LAST_ATTEMPT && !count.delayAt(now).isPositive();
    }

    private static Attempt refusal(WrongCodes count, Instant now) {
        return count.wrongCodes() >= CEILING ? new Locked() : new Delayed(count.delayAt(now));
    }

    /** Resets the wrong codes, after a correct one or at an administrator's request. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void reset(long userId) {
        counts.reset(userId);
    }

    /** Whether a code is looked at. */
    public sealed interface Attempt {}

    /** It is checked, as that many in a row. */
    public record Taken(int inARow) implements Attempt {}

    /** It is checked, and the count does not change, because nobody else could administer the account; the next one waits an hour. */
    public record Held() implements Attempt {}

    /** It is not checked, for that long. */
    public record Delayed(Duration delay) implements Attempt {}

    /** It is not checked until an administrator unlocks the user. */
    public record Locked() implements Attempt {}
}
