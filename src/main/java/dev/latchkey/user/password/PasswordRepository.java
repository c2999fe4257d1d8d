package dev.latchkey.user.password;

import dev.latchkey.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Replaces passwords, and stores who has to wait for a new one, only by guarded statements. */
public interface PasswordRepository extends Repository<User, Long> {

    /**
     * An SQL condition: the actor has not given the user, a row of {@code users}, the address that they have now. Those who have
     * cannot vouch for its mailbox.
     */
    String NOT_GIVER = """
             AND NOT EXISTS (SELECT 1 FROM address_change given
                             WHERE given.user_id = users.id AND given.changed_at IS NOT NULL
                               AND given.new_email = users.email AND given.actor_id =\s""";

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

    /** Allows the next reset of an active user who waits; false if there is none, or the actor caused the hold. */
    @Modifying
    @Query("""
            UPDATE users SET password_reset_allowed_until = :until, password_reset_asked_at = NULL
            WHERE id = :user AND status = 'ACTIVE' AND password_reset_asked_at IS NOT NULL
              AND NOT (password_reset_held_until > :now
                       AND EXISTS (SELECT 1 FROM password_reset_holder h
                                   WHERE h.user_id = users.id AND h.actor_id = :actor))
            """ + NOT_GIVER + ":actor)")
    boolean release(long user, long actor, Instant now, Instant until);

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

    /** Whether the actor started the hold. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM users u
                           JOIN password_reset_holder h ON h.user_id = u.id AND h.actor_id = :actor
                           WHERE u.id = :user AND u.password_reset_held_until > :now)
            """)
    boolean isHeldBy(long user, long actor, Instant now);

    /** Whether the actor has given the user the address that they have now. */
    @Query("SELECT NOT EXISTS (SELECT 1 FROM users WHERE id = :user " + NOT_GIVER + ":actor))")
    boolean isGiverOfAddress(long user, long actor);

    /** All users who manage users. */
    @Query("""
            SELECT DISTINCT u.id
            FROM user_group_permission p
            JOIN user_group_member m ON m.user_group = p.user_group
            JOIN users u ON u.id = m.user_id
            WHERE p.permission = 'MANAGE_USERS_AND_GROUPS' AND u.status = 'ACTIVE'
            ORDER BY u.id
            """)
    List<Long> managers();

    /** The users who can approve the release. */
    // The same rule as for the release: every permission of the user, and not the one who reset their second factor or
    // gave their address
    @Query("""
            SELECT DISTINCT u.id
            FROM user_group_permission p
            JOIN user_group_member m ON m.user_group = p.user_group
            JOIN users u ON u.id = m.user_id
            JOIN users ON users.id = :user
            WHERE p.permission = 'MANAGE_USERS_AND_GROUPS' AND u.status = 'ACTIVE'
              AND u.id <> users.id
              AND NOT EXISTS (SELECT 1 FROM password_reset_holder h WHERE h.user_id = users.id AND h.actor_id = u.id)
              AND NOT EXISTS (SELECT 1 FROM user_group_member theirs
                              JOIN user_group_permission needed ON needed.user_group = theirs.user_group
                              WHERE theirs.user_id = users.id
                                AND needed.permission NOT IN (SELECT own.permission FROM user_group_member mine
                                                              JOIN user_group_permission own
                                                                ON own.user_group = mine.user_group
                                                              WHERE mine.user_id = u.id))
            """ + NOT_GIVER + "u.id) ORDER BY u.id")
    List<Long> releasersOf(long user);

    /** The waiting user who asked last. */
    @Query("""
            SELECT id FROM users
            WHERE password_reset_asked_at IS NOT NULL AND password_reset_held_until > :now
            ORDER BY password_reset_asked_at DESC LIMIT 1
            """)
    Optional<Long> waiting(Instant now);
}
