package dev.latchkey.user.lockout;

import dev.latchkey.common.BoundedBatches;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.common.Sha256;
import dev.latchkey.user.EmailAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong passwords in a row, per typed address, in the database: an unknown address is counted like any other, so that a wait
 * does not reveal who is a user. An attempt is counted before the password is checked and removed if it is correct, so that
 * parallel guesses cannot exceed the limit.
 */
@Component
@NamedInterface("api")
public class PasswordAttempts {

    /** The count is deleted after that long without an attempt; it is longer than the longest wait. */
    static final Duration MEMORY = Duration.ofDays(1);

    private final PasswordAttemptRepository attempts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordAttempts(PasswordAttemptRepository attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Counts an attempt; if none is allowed, counts nothing and returns how long to wait. */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> take(EmailAddress email) {
        return take(laneOfStrangers(email));
    }

    /**
     * Like {@link #take(EmailAddress)}, in any lane.
     *
     * @param lane a key of 32 bytes that is used for nothing else
     */
    @RetryOnConcurrencyFailure
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> take(byte[] lane) {
        var now = clock.instant();
        var attempt = attempts.take(lane, random.nextLong(), now);
        return attempt.taken() ? Optional.empty() : Optional.of(attempt.wait(now));
    }

    /** Whether the next attempt in that lane has to wait. */
    @Transactional(readOnly = true)
    public boolean isShut(byte[] lane) {
        return attempts.countShut(lane, clock.instant()) > 0;
    }

    /** Takes back an attempt whose password was not checked after all. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(byte[] lane) {
        attempts.giveBack(lane);
    }

    /** Resets the wrong passwords, after a correct one or at an administrator's request. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void forget(EmailAddress email) {
        forget(laneOfStrangers(email));
    }

    /** Like {@link #forget(EmailAddress)}, in any lane. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void forget(byte[] lane) {
        attempts.delete(lane);
    }

    /** Takes the count along to another address of the same user: a change of address buys no guesses. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(EmailAddress before, EmailAddress after) {
        attempts.copy(laneOfStrangers(before), laneOfStrangers(after));
        attempts.delete(laneOfStrangers(before));
    }

    /** Deletes the counts of addresses that nobody has guessed at for a long time. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var before = clock.instant().minus(MEMORY);
        BoundedBatches.repeat(most -> attempts.deleteBefore(before, most));
    }

    /** The key for wrong passwords for that address from unknown browsers: 32 bytes, because the typed text is not stored. */
    public static byte[] laneOfStrangers(EmailAddress email) {
        return Sha256.of(email.value());
    }
}
