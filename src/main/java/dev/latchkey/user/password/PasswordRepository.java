package dev.latchkey.user.password;

import dev.latchkey.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replaces passwords, and keeps who has asked for that and who has to wait, by guarded statements alone. */
@Repository
public class PasswordRepository {

    private static final String NOT_HELD = """
            (password_reset_held_until IS NULL OR password_reset_held_until <= :now OR password_reset_allowed_until > :now)
            """;

    private static final String MANAGERS = """
            SELECT DISTINCT u.id
            FROM user_group_permission p
            JOIN user_group_member m ON m.user_group = p.user_group
            JOIN users u ON u.id = m.user_id
            WHERE p.permission = 'MANAGE_USERS_AND_GROUPS' AND u.status = 'ACTIVE'
            ORDER BY u.id
            """;

    // As those who release are judged: with every permission of the user, and not who has reset their second factor
    private static final String RELEASERS = """
            SELECT DISTINCT u.id
            FROM user_group_permission p
            JOIN user_group_member m ON m.user_group = p.user_group
            JOIN users u ON u.id = m.user_id
            JOIN users held ON held.id = :user
            WHERE p.permission = 'MANAGE_USERS_AND_GROUPS' AND u.status = 'ACTIVE'
              AND u.id <> held.id
              AND NOT EXISTS (SELECT 1 FROM password_reset_holder h WHERE h.user_id = held.id AND h.actor_id = u.id)
              AND NOT EXISTS (SELECT 1 FROM user_group_member theirs
                              JOIN user_group_permission needed ON needed.user_group = theirs.user_group
                              WHERE theirs.user_id = held.id
                                AND needed.permission NOT IN (SELECT own.permission FROM user_group_member mine
                                                              JOIN user_group_permission own
                                                                ON own.user_group = mine.user_group
                                                              WHERE mine.user_id = u.id))
            ORDER BY u.id
            """;

    private final JdbcClient jdbc;

    PasswordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the place of the password and ends every session; false where the user is not active, or held. An administrator who
     * has allowed it has vouched for the mailbox, once; else mailed secrets are held until then.
     */
    public boolean reset(long userId, String passwordHash, Instant now, Instant holdSecretUntil) {
        // In this order: the right-hand sides see what the earlier ones have set
        return jdbc.sql("""
                        UPDATE users
                        SET password_hash = :hash, session_epoch = session_epoch + 1, password_reset_at = :now,
                            mailed_secret_held_until = IF(password_reset_allowed_until > :now, NULL, :holdSecretUntil),
                            mailed_secret_asked_at = NULL, password_reset_allowed_until = NULL
                        WHERE id = :user AND status = 'ACTIVE' AND
                        """ + NOT_HELD)
                        .param("user", userId)
                        .param("hash", passwordHash)
                        .param("now", now)
                        .param("holdSecretUntil", holdSecretUntil)
                        .update()
                == 1;
    }

    /** Takes the place of the password and ends every session; false where the epoch is not that any more. */
    boolean change(long userId, long sessionEpoch, String passwordHash) {
        return jdbc.sql("""
                        UPDATE users SET password_hash = :hash, session_epoch = session_epoch + 1
                        WHERE id = :user AND status = 'ACTIVE' AND session_epoch = :epoch
                        """)
                        .param("user", userId)
                        .param("hash", passwordHash)
                        .param("epoch", sessionEpoch)
                        .update()
                == 1;
    }

    /**
     * Lets no reset through until then, notes whose action that is besides those whose hold still stands, and forgets that anybody waits for one, or for a secret, or has been
     * allowed one.
     */
    public void hold(long userId, Instant now, Instant until, long actorId) {
        jdbc.sql("""
                        DELETE h FROM password_reset_holder h JOIN users u ON u.id = h.user_id
                        WHERE u.id = :user AND NOT COALESCE(u.password_reset_held_until > :now, FALSE)
                        """).param("user", userId).param("now", now).update();
        jdbc.sql("""
                        UPDATE users
                        SET password_reset_held_until = :until, password_reset_asked_at = NULL,
                            password_reset_allowed_until = NULL, mailed_secret_asked_at = NULL
                        WHERE id = :user
                        """).param("user", userId).param("until", until).update();
        jdbc.sql("INSERT IGNORE INTO password_reset_holder (user_id, actor_id) VALUES (:user, :actor)")
                .param("user", userId)
                .param("actor", actorId)
                .update();
    }

    /** Lets resets through again, for the second factor that began the hold is gone, and what has come in its place was never mailed. */
    public void endHold(long userId) {
        jdbc.sql("""
                        UPDATE users
                        SET password_reset_held_until = NULL, password_reset_asked_at = NULL
                        WHERE id = :user
                        """).param("user", userId).update();
        jdbc.sql("DELETE FROM password_reset_holder WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Lets each of several who ask about the user in transactions of theirs wait for the one before. */
    public void lock(long userId) {
        jdbc.sql("SELECT id FROM users WHERE id = :user FOR UPDATE")
                .param("user", userId)
                .query(Long.class)
                .optional();
    }

    /** Whether the user is held because their second factor was reset. */
    public boolean isHeld(long userId, Instant now) {
        return is("SELECT NOT " + NOT_HELD + " FROM users WHERE id = :user", userId, now);
    }

    /** Whether an administrator has allowed the user's next reset. */
    public boolean isAllowed(long userId, Instant now) {
        return is(
                "SELECT COALESCE(password_reset_allowed_until > :now, FALSE) FROM users WHERE id = :user", userId, now);
    }

    /** Notes that a held user waits; false where they have done so already, after that time. */
    public boolean beginWaiting(long userId, Instant now, Instant notSince) {
        return jdbc.sql("""
                        UPDATE users SET password_reset_asked_at = :now
                        WHERE id = :user AND (password_reset_asked_at IS NULL OR password_reset_asked_at <= :notSince)
                        """)
                        .param("user", userId)
                        .param("now", now)
                        .param("notSince", notSince)
                        .update()
                == 1;
    }

    /** Allows the next reset of an active user who waits; false where there is none, or the hold is the actor's own action. */
    public boolean release(long userId, long actorId, Instant now, Instant allowedUntil) {
        return jdbc.sql("""
                        UPDATE users SET password_reset_allowed_until = :until, password_reset_asked_at = NULL
                        WHERE id = :user AND status = 'ACTIVE' AND password_reset_asked_at IS NOT NULL
                          AND NOT (password_reset_held_until > :now
                                   AND EXISTS (SELECT 1 FROM password_reset_holder h
                                               WHERE h.user_id = users.id AND h.actor_id = :actor))
                        """)
                        .param("user", userId)
                        .param("actor", actorId)
                        .param("now", now)
                        .param("until", allowedUntil)
                        .update()
                == 1;
    }

    /** Until when mailed secrets are held; empty where no password was chosen by mail. */
    public Optional<Instant> secretHeldUntil(long userId) {
        return jdbc.sql(
                        "SELECT mailed_secret_held_until FROM users WHERE id = :user AND mailed_secret_held_until IS NOT NULL")
                .param("user", userId)
                .query(Instant.class)
                .optional();
    }

    /** Notes that the user waits for a secret that is held; false where they do so already. */
    public boolean beginWaitingForSecret(long userId, Instant now) {
        return jdbc.sql("""
                        UPDATE users SET mailed_secret_asked_at = :now
                        WHERE id = :user AND mailed_secret_asked_at IS NULL AND mailed_secret_held_until > :now
                        """).param("user", userId).param("now", now).update() == 1;
    }

    /** Whether it was the actor's action that began the hold. */
    public boolean isHeldBy(long userId, long actorId, Instant now) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM users u
                                       JOIN password_reset_holder h ON h.user_id = u.id AND h.actor_id = :actor
                                       WHERE u.id = :user AND u.password_reset_held_until > :now)
                        """)
                .param("user", userId)
                .param("actor", actorId)
                .param("now", now)
                .query(Boolean.class)
                .single();
    }

    /** All who manage users. */
    public List<Long> managers() {
        return jdbc.sql(MANAGERS).query(Long.class).list();
    }

    /** Those whose word releases the user. */
    public List<Long> releasersOf(long userId) {
        return jdbc.sql(RELEASERS).param("user", userId).query(Long.class).list();
    }

    /** Who of those who wait for that word asked last. */
    public Optional<Long> waiting(Instant now) {
        return jdbc.sql("""
                        SELECT id FROM users
                        WHERE password_reset_asked_at IS NOT NULL AND password_reset_held_until > :now
                        ORDER BY password_reset_asked_at DESC LIMIT 1
                        """).param("now", now).query(Long.class).optional();
    }

    public void insertRequest(EmailAddress email, String clientAddress, Instant now) {
        jdbc.sql("INSERT INTO password_reset_request (email, address, asked_at) VALUES (:email, :address, :now)")
                .param("email", email.value())
                .param("address", clientAddress)
                .param("now", now)
                .update();
    }

    /** Deletes at most that many requests that nobody has answered since then, and returns how many. */
    public int deleteRequestsBefore(Instant before, int most) {
        return jdbc.sql("DELETE FROM password_reset_request WHERE asked_at < :before LIMIT :most")
                .param("before", before)
                .param("most", most)
                .update();
    }

    /** Takes the oldest request behind that one which no other node is at. */
    public Optional<Request> takeRequest(long after) {
        var request = jdbc.sql("""
                        SELECT id, email, address, asked_at FROM password_reset_request
                        WHERE id > :after ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """).param("after", after).query(Request.class).optional();
        request.ifPresent(taken -> jdbc.sql("DELETE FROM password_reset_request WHERE id = :id")
                .param("id", taken.id())
                .update());
        return request;
    }

    private boolean is(String sql, long userId, Instant now) {
        return jdbc.sql(sql)
                .param("user", userId)
                .param("now", now)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Somebody at that client address has asked for a link to that email address. */
    public record Request(long id, String email, String address, Instant askedAt) {}
}
