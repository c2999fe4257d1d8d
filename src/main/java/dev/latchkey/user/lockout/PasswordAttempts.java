package dev.latchkey.user.lockout;

import dev.latchkey.common.BoundedBatches;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.common.Sha256;
import dev.latchkey.user.EmailAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong passwords in a row, per address that was typed, in the database: an address that nobody has is counted like any
 * other, so that a wait tells no stranger who is a user. An attempt is counted before the password is looked at and
 * forgotten when it is right, so that parallel guesses cannot outrun the limit.
 */
@Component
@NamedInterface("api")
public class PasswordAttempts {

    /** After that long without an attempt the count is forgotten; it is longer than the longest wait. */
    static final Duration MEMORY = Duration.ofDays(1);

    // In this order: the right-hand sides see what the earlier ones have set
    private static final String TAKE = """
            INSERT INTO password_attempt (email_hash, wrong_passwords, counted_attempt, last_attempt_at)
            VALUES (:email, 1, :attempt, :now)
            ON DUPLICATE KEY UPDATE
                counted_attempt = IF(no_password_before > :now, counted_attempt, :attempt),
                wrong_passwords = wrong_passwords + (counted_attempt = :attempt),
                no_password_before = IF(counted_attempt = :attempt, %s, no_password_before),
                last_attempt_at = :now
            RETURNING counted_attempt = :attempt AS taken, no_password_before
            """.formatted(GrowingDelay.sql("wrong_passwords"));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts an attempt; where none is free, counts nothing and returns how long to wait. */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> take(EmailAddress email) {
        return take(laneOfStrangers(email));
    }

    /**
     * As {@link #take(EmailAddress)}, in any lane.
     *
     * @param lane 32 bytes that nothing else is counted by
     */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> take(byte[] lane) {
        var now = clock.instant();
        var outcome = jdbc.sql(TAKE)
                .param("email", lane)
                .param("attempt", random.nextLong())
                .param("now", now)
                .query(Outcome.class)
                .single();
        return outcome.taken() ? Optional.empty() : Optional.of(outcome.wait(now));
    }

    /** Whether the next attempt in that lane has to wait. */
    @Transactional(readOnly = true)
    public boolean isShut(byte[] lane) {
        return jdbc.sql("SELECT COUNT(*) FROM password_attempt WHERE email_hash = :lane AND no_password_before > :now")
                        .param("lane", lane)
                        .param("now", clock.instant())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes one attempt back whose password was not looked at after all. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(byte[] lane) {
        jdbc.sql("""
                        UPDATE password_attempt SET wrong_passwords = wrong_passwords - 1, no_password_before = NULL
                        WHERE email_hash = :email AND wrong_passwords > 0
                        """).param("email", lane).update();
    }

    /** Forgets the wrong passwords: a right one was seen, or an administrator has said so. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void forget(EmailAddress email) {
        forget(laneOfStrangers(email));
    }

    /** As {@link #forget(EmailAddress)}, in any lane. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void forget(byte[] lane) {
        jdbc.sql("DELETE FROM password_attempt WHERE email_hash = :email")
                .param("email", lane)
                .update();
    }

    /** Deletes the counts of addresses that nobody has guessed at for a long time. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var before = clock.instant().minus(MEMORY);
        BoundedBatches.repeat(
                most -> jdbc.sql("DELETE FROM password_attempt WHERE last_attempt_at < :before LIMIT :most")
                        .param("before", before)
                        .param("most", most)
                        .update());
    }

    /** What the wrong passwords of strangers for that address are counted by: 32 bytes, for what is typed is not stored. */
    public static byte[] laneOfStrangers(EmailAddress email) {
        return Sha256.of(email.value());
    }

    private record Outcome(boolean taken, @Nullable Instant noPasswordBefore) {

        private Duration wait(Instant now) {
            // A right password in another request may have lifted the delay meanwhile
            return noPasswordBefore == null ? Duration.ZERO : Duration.between(now, noPasswordBefore);
        }
    }
}
