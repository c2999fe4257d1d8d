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
 * Counts wrong passwords in a row, per address that was typed, in the database: an address that nobody has is counted like any
 * other, so that a wait tells no stranger who is a user. An attempt is counted before the password is looked at and
 * forgotten when it is right, so that parallel guesses cannot outrun the limit.
 */
@Component
@NamedInterface("api")
public class PasswordAttempts {

    /** After that long without an attempt the count is forgotten; it is longer than the longest wait. */
    static final Duration MEMORY = Duration.ofDays(1);

    private final PasswordAttemptRepository attempts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordAttempts(PasswordAttemptRepository attempts, Clock clock) {
        this.attempts = attempts;
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
        var attempt = attempts.take(lane, random.nextLong(), now);
        return attempt.taken() ? Optional.empty() : Optional.of(attempt.wait(now));
    }

    /** Whether the next attempt in that lane has to wait. */
    @Transactional(readOnly = true)
    public boolean isShut(byte[] lane) {
        return attempts.countShut(lane, clock.instant()) > 0;
    }

    /** Takes one attempt back whose password was not looked at after all. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(byte[] lane) {
        attempts.giveBack(lane);
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
        attempts.delete(lane);
    }

    /** Deletes the counts of addresses that nobody has guessed at for a long time. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var before = clock.instant().minus(MEMORY);
        BoundedBatches.repeat(most -> attempts.deleteBefore(before, most));
    }

    /** What the wrong passwords of strangers for that address are counted by: 32 bytes, for what is typed is not stored. */
    public static byte[] laneOfStrangers(EmailAddress email) {
        return Sha256.of(email.value());
    }
}
