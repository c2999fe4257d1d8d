package dev.latchkey.twofactor.code;

import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.user.group.AdministratorGuard;
import dev.latchkey.user.lockout.GrowingDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong codes in a row, per user, in the database. An attempt is counted before its code is looked at and given back
 * when the code is right, so that parallel guesses cannot outrun the limit. Always a transaction of its own: the count
 * stands although the sign-in fails.
 */
@Component
public class CodeAttempts {

    /**
     * Wrong codes in a row after which only an administrator or a recovery code helps (NIST SP 800-63B, 3.2.2). The count of an
     * administrator beside whom no other could sign in stays below it: their next attempt waits an hour instead.
     */
    public static final int CEILING = 100;

    // In this order: the wait is reckoned from the count that has just been raised
    private static final String TAKE = """
            UPDATE enrolment
            SET wrong_codes = LEAST(wrong_codes + 1, :most),
                no_code_before = %s
            WHERE user_id = :user AND wrong_codes BETWEEN :from AND :to
              AND (no_code_before IS NULL OR no_code_before <= :now)
            """.formatted(GrowingDelay.sql("wrong_codes"));

    // One more would be the ceiling
    private static final int LAST_ATTEMPT = CEILING - 1;

    private final JdbcClient jdbc;
    private final AdministratorGuard administrators;
    private final Clock clock;

    CodeAttempts(JdbcClient jdbc, AdministratorGuard administrators, Clock clock) {
        this.jdbc = jdbc;
        this.administrators = administrators;
        this.clock = clock;
    }

    /** Counts an attempt; where none is free, says so and counts nothing. */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Attempt take(long userId) {
        var now = clock.instant();
        if (raise(userId, 0, LAST_ATTEMPT - 1, LAST_ATTEMPT, now)) {
            return new Taken(count(userId).orElseThrow().wrongCodes());
        }
        var count = count(userId);
        if (count.isEmpty()) {
            // Somebody who never had a secret has nothing to guess
            return new Taken(0);
        }
        return count.get().isAtTheBrinkAt(now)
                ? takeFinalAttempt(userId, now)
                : count.get().refusal(now);
    }

    /** The attempt that would be the last: whoever knows the password of an irreplaceable administrator must not freeze the account. */
    private Attempt takeFinalAttempt(long userId, Instant now) {
        var held = administrators.isIrreplaceable(userId);
        if (raise(userId, LAST_ATTEMPT, LAST_ATTEMPT, held ? LAST_ATTEMPT : CEILING, now)) {
            return held ? new Held() : new Taken(CEILING);
        }
        // Another request was faster
        return count(userId).orElseThrow().refusal(now);
    }

    private boolean raise(long userId, int from, int to, int most, Instant now) {
        return jdbc.sql(TAKE)
                        .param("user", userId)
                        .param("from", from)
                        .param("to", to)
                        .param("most", most)
                        .param("now", now)
                        .update()
                == 1;
    }

    private Optional<Count> count(long userId) {
        return jdbc.sql("SELECT wrong_codes, no_code_before FROM enrolment WHERE user_id = :user")
                .param("user", userId)
                .query(Count.class)
                .optional();
    }

    /** Forgets the wrong codes: a right one was seen, or an administrator has said so. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void reset(long userId) {
        jdbc.sql("UPDATE enrolment SET wrong_codes = 0, no_code_before = NULL WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Whether a code is looked at. */
    sealed interface Attempt {}

    /** It is, as that many in a row. */
    public record Taken(int inARow) implements Attempt {}

    /** It is, and the count stays where it is, for nobody else could administer the account; the next one waits an hour. */
    public record Held() implements Attempt {}

    /** It is not, for that long. */
    public record Delayed(Duration delay) implements Attempt {}

    /** It is not, until an administrator unlocks the user. */
    public record Locked() implements Attempt {}

    private record Count(int wrongCodes, @Nullable Instant noCodeBefore) {

        private boolean isAtTheBrinkAt(Instant now) {
            return wrongCodes == LAST_ATTEMPT && (noCodeBefore == null || !noCodeBefore.isAfter(now));
        }

        private Attempt refusal(Instant now) {
            if (wrongCodes >= CEILING) {
                return new Locked();
            }
            // A right code in another request may have lifted the delay meanwhile
            return new Delayed(noCodeBefore == null ? Duration.ZERO : Duration.between(now, noCodeBefore));
        }
    }
}
