package dev.latchkey.user.password;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

/** The part of {@link PasswordRepository} that knows who may allow a password reset that is held. */
interface ResetReleaseRepository {

    /**
     * An SQL condition: the actor has not given the user, a row of {@code users}, the address that they have now. Those who have
     * cannot vouch for its mailbox.
     */
    String NOT_GIVER = """
             AND NOT EXISTS (SELECT 1 FROM address_change given
                             WHERE given.user_id = users.id AND given.changed_at IS NOT NULL
                               AND given.new_email = users.email AND given.actor_id =\s""";

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
