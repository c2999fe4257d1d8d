package dev.latchkey.user.lockout;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Wrong passwords in a row, by what they are counted by: a lane of 32 bytes. */
interface PasswordAttemptRepository extends Repository<PasswordAttempt, Long> {

    /** Counts an attempt of that random number, unless passwords have to wait. */
    // In this order: the right-hand sides see what the earlier ones have set
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

    @Modifying
    @Query("DELETE FROM password_attempt WHERE email_hash = :email")
    void delete(byte[] email);

    /** Deletes at most that many without an attempt since then, and returns how many. */
    @Modifying
    @Query("DELETE FROM password_attempt WHERE last_attempt_at < :before LIMIT :most")
    int deleteBefore(Instant before, int most);

    /** At most that many users for whose addresses strangers have typed so many wrong passwords that they wait, and who were not told since then. */
    // What is counted apart from strangers has keys that are no hash of an address
    @Query("""
            SELECT u.id
            FROM password_attempt p JOIN users u ON p.email_hash = UNHEX(SHA2(u.email, 256))
            WHERE p.wrong_passwords >= :wrong AND p.no_password_before > :now AND u.status = 'ACTIVE'
              AND (u.password_guessed_told_at IS NULL OR u.password_guessed_told_at <= :notSince)
            ORDER BY u.password_guessed_told_at, u.id LIMIT :most
            """)
    List<Long> ownersToTell(int wrong, Instant now, Instant notSince, int most);

    /** Notes that the user is told now; false where they have been told since then: of several nodes that look at once, one tells. */
    @Modifying
    @Query("""
            UPDATE users SET password_guessed_told_at = :now
            WHERE id = :user AND (password_guessed_told_at IS NULL OR password_guessed_told_at <= :notSince)
            """)
    boolean noteThatTold(long user, Instant now, Instant notSince);
}
