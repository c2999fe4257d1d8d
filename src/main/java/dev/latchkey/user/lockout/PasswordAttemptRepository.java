package dev.latchkey.user.lockout;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Wrong passwords in a row, counted per lane, a key of 32 bytes. */
interface PasswordAttemptRepository extends Repository<PasswordAttempt, Long> {

    /** Counts an attempt identified by that random number, unless passwords have to wait. */
    // The order matters: later assignments see the values set by earlier ones
    @Query("""
            INSERT INTO password_attempt (email_hash, wrong_passwords, counted_attempt, last_attempt_at)
            VALUES (:email, 1, :attempt, :now)
            ON DUPLICATE KEY UPDATE
                counted_attempt = IF(no_password_before > :now, counted_attempt, :attempt),
                wrong_passwords = wrong_passwords + (counted_attempt = :attempt),
                no_password_before = IF(counted_attempt = :attempt,
            """ + GrowingDelay.AFTER_WRONG_PASSWORDS + """
            , no_password_before),
                last_attempt_at = :now
            RETURNING counted_attempt = :attempt AS taken, no_password_before
            """)
    PasswordAttempt take(byte[] email, long attempt, Instant now);

    @Query("SELECT COUNT(*) FROM password_attempt WHERE email_hash = :lane AND no_password_before > :now")
    long countShut(byte[] lane, Instant now);

    @Modifying
    @Query("""
            UPDATE password_attempt SET wrong_passwords = wrong_passwords - 1, no_password_before = NULL
            WHERE email_hash = :email AND wrong_passwords > 0
            """)
    void giveBack(byte[] email);

    /** Adds the wrong passwords of one lane to those of another, and the longer wait. */
    @Modifying
    @Query("""
            INSERT INTO password_attempt (email_hash, wrong_passwords, counted_attempt, no_password_before, last_attempt_at)
            SELECT :after, wrong_passwords, counted_attempt, no_password_before, last_attempt_at
            FROM password_attempt moved WHERE email_hash = :before
            ON DUPLICATE KEY UPDATE
                wrong_passwords = password_attempt.wrong_passwords + moved.wrong_passwords,
                no_password_before = GREATEST(COALESCE(password_attempt.no_password_before, moved.no_password_before),
                                              COALESCE(moved.no_password_before, password_attempt.no_password_before)),
                last_attempt_at = GREATEST(password_attempt.last_attempt_at, moved.last_attempt_at)
            """)
    void copy(byte[] before, byte[] after);

    @Modifying
    @Query("DELETE FROM password_attempt WHERE email_hash = :email")
    void delete(byte[] email);

    /** Deletes at most that many without an attempt since then, and returns how many. */
    @Modifying
    @Query("DELETE FROM password_attempt WHERE last_attempt_at < :before LIMIT :most")
    int deleteBefore(Instant before, int most);

    /**
     * At most that many users whose addresses have to wait because of that many wrong passwords of others, and who have not been
     * notified since then.
     */
    // Attempts from known browsers and sessions are counted under keys that are not the hash of an address
    @Query("""
            SELECT u.id
            FROM password_attempt p JOIN users u ON p.email_hash = UNHEX(SHA2(u.email, 256))
            WHERE p.wrong_passwords >= :wrong AND p.no_password_before > :now AND u.status = 'ACTIVE'
              AND (u.password_guessed_told_at IS NULL OR u.password_guessed_told_at <= :notSince)
            ORDER BY u.password_guessed_told_at, u.id LIMIT :most
            """)
    List<Long> ownersToNotify(int wrong, Instant now, Instant notSince, int most);

    /** Records that the user is notified now; false if they have been notified since then: of several concurrent nodes, only one notifies. */
    @Modifying
    @Query("""
            UPDATE users SET password_guessed_told_at = :now
            WHERE id = :user AND (password_guessed_told_at IS NULL OR password_guessed_told_at <= :notSince)
            """)
    boolean markNotified(long user, Instant now, Instant notSince);
}
