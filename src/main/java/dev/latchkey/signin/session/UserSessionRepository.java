package dev.latchkey.signin.session;

import dev.latchkey.signin.Device;
import dev.latchkey.signin.SignedInUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UserSessionRepository {

    private static final String STANDING = """
            SELECT u.status = 'ACTIVE' AS user_active, u.session_epoch, s.last_seen_at
            FROM users u LEFT JOIN user_session s ON s.user_id = u.id AND s.session_key = :key
            WHERE u.id = :user
            """;

    private static final String LIVE = """
            SELECT s.id, s.browser, s.operating_system, s.address, s.started_at, s.last_seen_at,
                   s.session_key <=> :key AS current
            FROM user_session s JOIN users u ON u.id = s.user_id AND u.session_epoch = s.session_epoch
            WHERE s.user_id = :user AND s.started_at > :startedAfter AND s.last_seen_at > :seenAfter
            ORDER BY current DESC, s.last_seen_at DESC, s.id DESC
            LIMIT :limit
            """;

    private static final String DELETE_DEAD = """
            DELETE FROM user_session WHERE id IN (SELECT id FROM (
                SELECT s.id FROM user_session s JOIN users u ON u.id = s.user_id
                WHERE s.started_at <= :startedAfter OR s.last_seen_at <= :seenAfter OR s.session_epoch <> u.session_epoch
                LIMIT :most) dead)
            """;

    private static final RowMapper<UserSession> MAPPER = (row, number) -> new UserSession(
            row.getLong("id"),
            new Device(row.getString("browser"), row.getString("operating_system")),
            row.getString("address"),
            row.getTimestamp("started_at").toInstant(),
            row.getTimestamp("last_seen_at").toInstant(),
            row.getBoolean("current"));

    private final JdbcClient jdbc;

    UserSessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String key, SignedInUser user, Device device, String address, Instant now) {
        jdbc.sql("""
                        INSERT INTO user_session (session_key, user_id, session_epoch, browser, operating_system, address,
                                                  started_at, last_seen_at)
                        VALUES (:key, :user, :epoch, :browser, :system, :address, :started, :now)
                        """)
                .param("key", key)
                .param("user", user.getUserId())
                .param("epoch", user.getSessionEpoch())
                .param("browser", device.browser())
                .param("system", device.operatingSystem())
                .param("address", address)
                .param("started", user.signedInAt())
                .param("now", now)
                .update();
    }

    /** How the user stands now, and their session of that key; empty once they are removed. */
    Optional<Standing> standingOf(long userId, @Nullable String key) {
        return jdbc.sql(STANDING)
                .param("user", userId)
                .param("key", key)
                .query(Standing.class)
                .optional();
    }

    void touch(String key, String address, Instant now, Instant unlessSeenSince) {
        jdbc.sql("""
                        UPDATE user_session SET last_seen_at = :now, address = :address
                        WHERE session_key = :key AND last_seen_at <= :before
                        """)
                .param("key", key)
                .param("address", address)
                .param("now", now)
                .param("before", unlessSeenSince)
                .update();
    }

    void setEpoch(String key, long sessionEpoch) {
        jdbc.sql("UPDATE user_session SET session_epoch = :epoch WHERE session_key = :key")
                .param("key", key)
                .param("epoch", sessionEpoch)
                .update();
    }

    /** The user's sessions that have not ended by now, the one of the key first. */
    List<UserSession> live(long userId, @Nullable String key, Instant startedAfter, Instant seenAfter, int limit) {
        return jdbc.sql(LIVE)
                .param("user", userId)
                .param("key", key)
                .param("startedAfter", startedAfter)
                .param("seenAfter", seenAfter)
                .param("limit", limit)
                .query(MAPPER)
                .list();
    }

    /** Returns what was deleted; empty where that user has no such session any more. */
    Optional<UserSession> delete(long userId, long id) {
        return jdbc.sql("""
                        DELETE FROM user_session WHERE id = :id AND user_id = :user
                        RETURNING id, browser, operating_system, address, started_at, last_seen_at, FALSE AS current
                        """).param("id", id).param("user", userId).query(MAPPER).optional();
    }

    void delete(String key) {
        jdbc.sql("DELETE FROM user_session WHERE session_key = :key")
                .param("key", key)
                .update();
    }

    void deleteAllOf(long userId) {
        jdbc.sql("DELETE FROM user_session WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Deletes at most that many that may not go on, and returns how many. */
    int deleteEnded(Instant startedAfter, Instant seenAfter, int most) {
        return jdbc.sql(DELETE_DEAD)
                .param("startedAfter", startedAfter)
                .param("seenAfter", seenAfter)
                .param("most", most)
                .update();
    }

    /**
     * What the database says of a session.
     *
     * @param lastSeenAt null where it has no such session
     */
    record Standing(
            boolean userActive, long sessionEpoch, @Nullable Instant lastSeenAt) {}
}
