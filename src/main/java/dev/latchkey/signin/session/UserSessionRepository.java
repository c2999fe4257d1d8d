package dev.latchkey.signin.session;

import dev.latchkey.common.client.Device;
import dev.latchkey.signin.SignedInUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Sessions with a complete sign-in, each with its own key, on any number of nodes. */
interface UserSessionRepository extends Repository<UserSession, Long> {

    default void insert(String key, SignedInUser user, Device device, String address, Instant now) {
        insert(
                key,
                user.getUserId(),
                user.getSessionEpoch(),
                device.browser(),
                device.operatingSystem(),
                address,
                user.signedInAt(),
                now);
    }

    /** The statement of {@link #insert(String, SignedInUser, Device, String, Instant)}. */
    @Modifying
    @Query("""
            INSERT INTO user_session (session_key, user_id, session_epoch, browser, operating_system, address,
                                      started_at, last_seen_at)
            VALUES (:key, :user, :epoch, :browser, :system, :address, :started, :now)
            """)
    void insert(
            String key,
            @Param("user") long userId,
            long epoch,
            String browser,
            String system,
            String address,
            Instant started,
            Instant now);

    /** The current state of the user, and their session with that key; empty after they are removed. */
    @Query("""
            SELECT u.status = 'ACTIVE' AS user_active, u.session_epoch, u.email, s.last_seen_at
            FROM users u LEFT JOIN user_session s ON s.user_id = u.id AND s.session_key = :key
            WHERE u.id = :user
            """)
    Optional<Standing> standingOf(@Param("user") long userId, @Nullable String key);

    @Modifying
    @Query("""
            UPDATE user_session SET last_seen_at = :now, address = :address
            WHERE session_key = :key AND last_seen_at <= :before
            """)
    void touch(String key, String address, Instant now, @Param("before") Instant unlessSeenSince);

    @Modifying
    @Query("UPDATE user_session SET session_epoch = :epoch WHERE session_key = :key")
    void setEpoch(String key, @Param("epoch") long sessionEpoch);

    /** The user's sessions that have not ended, the one with the key first. */
    @Query("""
            SELECT s.id, s.browser, s.operating_system, s.address, s.started_at, s.last_seen_at,
                   s.session_key <=> :key AS current
            FROM user_session s JOIN users u ON u.id = s.user_id AND u.session_epoch = s.session_epoch
            WHERE s.user_id = :user AND s.started_at > :startedAfter AND s.last_seen_at > :seenAfter
            ORDER BY current DESC, s.last_seen_at DESC, s.id DESC
            LIMIT :limit
            """)
    List<UserSession> live(
            @Param("user") long userId, @Nullable String key, Instant startedAfter, Instant seenAfter, int limit);

    /** How many sessions have not ended. */
    @Query("""
            SELECT COUNT(*) FROM user_session s JOIN users u ON u.id = s.user_id AND u.session_epoch = s.session_epoch
            WHERE s.started_at > :startedAfter AND s.last_seen_at > :seenAfter
            """)
    int countLive(Instant startedAfter, Instant seenAfter);

    /** Returns the deleted session; empty if that user no longer has it. */
    @Query("""
            DELETE FROM user_session WHERE id = :id AND user_id = :user
            RETURNING id, browser, operating_system, address, started_at, last_seen_at, FALSE AS current
            """)
    Optional<UserSession> delete(@Param("user") long userId, long id);

    @Modifying
    @Query("DELETE FROM user_session WHERE session_key = :key")
    void delete(String key);

    @Modifying
    @Query("DELETE FROM user_session WHERE user_id = :user")
    void deleteAllOf(@Param("user") long userId);

    /** Deletes at most that many that have ended, and returns how many. */
    @Modifying
    @Query("""
            DELETE FROM user_session WHERE id IN (SELECT id FROM (
                SELECT s.id FROM user_session s JOIN users u ON u.id = s.user_id
                WHERE s.started_at <= :startedAfter OR s.last_seen_at <= :seenAfter OR s.session_epoch <> u.session_epoch
                LIMIT :most) dead)
            """)
    int deleteEnded(Instant startedAfter, Instant seenAfter, int most);

    /**
     * The stored state of a session.
     *
     * @param lastSeenAt null if there is no such session
     */
    record Standing(
            boolean userActive,
            long sessionEpoch,
            String email,
            @Nullable Instant lastSeenAt) {}
}
