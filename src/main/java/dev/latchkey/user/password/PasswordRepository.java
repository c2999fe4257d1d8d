package dev.latchkey.user.password;

import dev.latchkey.user.User;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Replaces passwords, and stores who has to wait for a new one, only by guarded statements. */
public interface PasswordRepository extends Repository<User, Long>, ResetReleaseRepository {

    /** An SQL condition: the user may set a new password by mail at {@code :now}. */
    String NOT_HELD = """
            (password_reset_held_until IS NULL OR password_reset_held_until <= :now OR password_reset_allowed_until > :now)
            """;

    /**
     * Replaces the password and ends every session; false if the user is not active, or held. An administrator who has allowed it
     * has vouched for the mailbox, once; otherwise mailed secrets are held until then.
     */
    // The order matters: later assignments see the values set by earlier ones
    @Modifying
    @Query("""
            UPDATE users
            SET password_hash = :hash, session_epoch = session_epoch + 1, password_reset_at = :now,
                mailed_secret_held_until = IF(password_reset_allowed_until > :now, NULL, :holdSecretUntil),
                mailed_secret_asked_at = NULL, password_reset_allowed_until = NULL
            WHERE id = :user AND status = 'ACTIVE' AND
            """ + NOT_HELD)
    boolean reset(long user, String hash, Instant now, Instant holdSecretUntil);

    /** Replaces the password and ends every session; false if the epoch has changed. */
    @Modifying
    @Query("""
            UPDATE users SET password_hash = :hash, session_epoch = session_epoch + 1
            WHERE id = :user AND status = 'ACTIVE' AND session_epoch = :epoch
            """)
    boolean change(long user, long epoch, String hash);

    /**
     * Lets no reset through until then, notes whose action that is besides those whose hold still stands, and forgets that anybody
     * waits for one, or for a secret, or has been allowed one.
     */
    default void hold(long user, Instant now, Instant until, long actor) {
        deleteHoldersOfAnEndedHold(user, now);
        beginHold(user, until);
        insertHolder(user, actor);
    }

    @Modifying
    @Query("""
            DELETE h FROM password_reset_holder h JOIN users u ON u.id = h.user_id
            WHERE u.id = :user AND NOT COALESCE(u.password_reset_held_until > :now, FALSE)
            """)
    void deleteHoldersOfAnEndedHold(long user, Instant now);

    @Modifying
    @Query("""
            UPDATE users
            SET password_reset_held_until = GREATEST(COALESCE(password_reset_held_until, :until), :until),
                password_reset_asked_at = NULL, password_reset_allowed_until = NULL, mailed_secret_asked_at = NULL
            WHERE id = :user
            """)
    void beginHold(long user, Instant until);

    /** Holds mailed secrets until then, or longer if they are held longer already. */
    @Modifying
    @Query("""
            UPDATE users
            SET mailed_secret_held_until = GREATEST(COALESCE(mailed_secret_held_until, :until), :until)
            WHERE id = :user
            """)
    void holdSecret(long user, Instant until);

    @Modifying
    @Query("INSERT IGNORE INTO password_reset_holder (user_id, actor_id) VALUES (:user, :actor)")
    void insertHolder(long user, long actor);

    /** Allows resets again, because the second factor that started the hold is gone, and its replacement was never mailed. */
    default void endHold(long user) {
        clearHold(user);
        deleteHolders(user);
    }

    @Modifying
    @Query("""
            UPDATE users
            SET password_reset_held_until = NULL, password_reset_asked_at = NULL
            WHERE id = :user
            """)
    void clearHold(long user);

    @Modifying
    @Query("DELETE FROM password_reset_holder WHERE user_id = :user")
    void deleteHolders(long user);

    /** Locks the user, so that concurrent transactions wait for each other; empty if the user is gone. */
    @Query("SELECT id FROM users WHERE id = :user FOR UPDATE")
    Optional<Long> lock(long user);

    /** Whether resets are held because the user's second factor was reset. */
    default boolean isHeld(long user, Instant now) {
        return held(user, now).orElse(false);
    }

    // If nobody has allowed anything, the condition is NULL, which means held, as in the guard of a reset
    @Query("SELECT NOT COALESCE(" + NOT_HELD + ", FALSE) FROM users WHERE id = :user")
    Optional<Boolean> held(long user, Instant now);

    /** Whether an administrator has allowed the user's next reset. */
    default boolean isAllowed(long user, Instant now) {
        return allowed(user, now).orElse(false);
    }

    @Query("SELECT COALESCE(password_reset_allowed_until > :now, FALSE) FROM users WHERE id = :user")
    Optional<Boolean> allowed(long user, Instant now);

    /** Records that a held user waits; false if that was already recorded after that time. */
    @Modifying
    @Query("""
            UPDATE users SET password_reset_asked_at = :now
            WHERE id = :user AND (password_reset_asked_at IS NULL OR password_reset_asked_at <= :notSince)
            """)
    boolean beginWaiting(long user, Instant now, Instant notSince);

    /** Until when mailed secrets are held; empty if no password was chosen by mail. */
    @Query("SELECT mailed_secret_held_until FROM users WHERE id = :user AND mailed_secret_held_until IS NOT NULL")
    Optional<Instant> secretHeldUntil(long user);

    /** Records that the user waits for a held secret; false if that was already recorded. */
    @Modifying
    @Query("""
            UPDATE users SET mailed_secret_asked_at = :now
            WHERE id = :user AND mailed_secret_asked_at IS NULL AND mailed_secret_held_until > :now
            """)
    boolean beginWaitingForSecret(long user, Instant now);
}
