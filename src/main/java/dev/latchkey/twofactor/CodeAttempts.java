package dev.latchkey.twofactor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
class CodeAttempts {

    /** Wrong codes in a row that cost no waiting. */
    static final int FREE = 5;

    /** Wrong codes in a row after which only an administrator or a recovery code helps (NIST SP 800-63B, 3.2.2). */
    static final int CEILING = 100;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    // In this order: the wait is reckoned from the count that has just been raised
    private static final String TAKE = """
            UPDATE enrolment
            SET wrong_codes = wrong_codes + 1,
                no_code_before = IF(wrong_codes < :free, NULL,
                    TIMESTAMPADD(SECOND, LEAST(:longest, :first * POW(2, LEAST(wrong_codes - :free, 20))), :now))
            WHERE user_id = :user AND wrong_codes < :ceiling AND (no_code_before IS NULL OR no_code_before <= :now)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CodeAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts an attempt; where none is free, says so and counts nothing. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Attempt take(long userId) {
        var now = clock.instant();
        var taken = jdbc.sql(TAKE)
                .param("user", userId)
                .param("free", FREE)
                .param("first", FIRST_DELAY.toSeconds())
                .param("longest", LONGEST_DELAY.toSeconds())
                .param("ceiling", CEILING)
                .param("now", now)
                .update();
        var count = jdbc.sql("SELECT wrong_codes, no_code_before FROM enrolment WHERE user_id = :user")
                .param("user", userId)
                .query(Count.class)
                .optional();
        return taken == 1
                ? new Taken(count.orElseThrow().wrongCodes())
                // Somebody who never had a secret has nothing to guess
                : count.<Attempt>map(counted -> counted.refusal(now)).orElseGet(() -> new Taken(0));
    }

    /** Forgets the wrong codes: a right one was seen. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void reset(long userId) {
        jdbc.sql("UPDATE enrolment SET wrong_codes = 0, no_code_before = NULL WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Whether a code is looked at. */
    sealed interface Attempt {}

    /** It is, as that many in a row. */
    record Taken(int inARow) implements Attempt {}

    /** It is not, for that long. */
    record Delayed(Duration delay) implements Attempt {}

    /** It is not, until an administrator unlocks the user. */
    record Locked() implements Attempt {}

    private record Count(int wrongCodes, @Nullable Instant noCodeBefore) {

        private Attempt refusal(Instant now) {
            if (wrongCodes >= CEILING) {
                return new Locked();
            }
            // A right code in another request may have lifted the delay meanwhile
            return new Delayed(noCodeBefore == null ? Duration.ZERO : Duration.between(now, noCodeBefore));
        }
    }
}
