package dev.latchkey.user.browser;

import dev.latchkey.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KnownBrowserRepository {

    private static final String FIND = """
            SELECT b.id
            FROM known_browser b JOIN users u ON u.id = b.user_id
            WHERE b.token_hash = :token AND u.email = :email AND b.expires_at > :now AND b.wrong_passwords < :most
              AND (SELECT SUM(o.wrong_passwords) FROM known_browser o WHERE o.user_id = b.user_id) < :together
            """;

    private static final String SAVE = """
            INSERT INTO known_browser (user_id, token_hash, browser, operating_system, address, known_since, last_login_at,
                                       expires_at)
            VALUES (:user, :token, :browser, :system, :address, :now, :now, :expires)
            ON DUPLICATE KEY UPDATE
                browser = VALUES(browser), operating_system = VALUES(operating_system), address = VALUES(address),
                last_login_at = VALUES(last_login_at), expires_at = GREATEST(expires_at, VALUES(expires_at)),
                wrong_passwords = 0
            """;

    private static final String DELETE_USERS_BEYOND = """
            DELETE FROM known_browser
            WHERE token_hash = :token AND id NOT IN (
                SELECT id FROM (SELECT id FROM known_browser WHERE token_hash = :token
                                ORDER BY last_login_at DESC, id DESC LIMIT :most) kept)
            """;

    private static final String DELETE_BROWSERS_BEYOND = """
            DELETE FROM known_browser
            WHERE user_id = :user AND id NOT IN (
                SELECT id FROM (SELECT id FROM known_browser WHERE user_id = :user
                                ORDER BY last_login_at DESC, id DESC LIMIT :most) kept)
            """;

    private final JdbcClient jdbc;

    KnownBrowserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> find(byte[] tokenHash, EmailAddress email, Instant now) {
        return jdbc.sql(FIND)
                .param("token", tokenHash)
                .param("email", email.value())
                .param("now", now)
                .param("most", KnownBrowsers.MOST_WRONG_IN_A_ROW)
                .param("together", KnownBrowsers.MOST_WRONG_TOGETHER)
                .query(Long.class)
                .optional();
    }

    /** Whether it was below the limit. */
    boolean raise(long id) {
        return jdbc.sql("""
                        UPDATE known_browser SET wrong_passwords = wrong_passwords + 1
                        WHERE id = :id AND wrong_passwords < :most
                        """)
                        .param("id", id)
                        .param("most", KnownBrowsers.MOST_WRONG_IN_A_ROW)
                        .update()
                == 1;
    }

    void lower(long id) {
        jdbc.sql("""
                        UPDATE known_browser SET wrong_passwords = wrong_passwords - 1
                        WHERE id = :id AND wrong_passwords > 0
                        """).param("id", id).update();
    }

    void reset(long id) {
        jdbc.sql("UPDATE known_browser SET wrong_passwords = 0 WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Whether there was none of that token and user before. */
    boolean save(
            byte[] tokenHash,
            long userId,
            String browser,
            String operatingSystem,
            String address,
            Instant now,
            Instant expiresAt) {
        // One row for one that is new, two for one that is changed
        return jdbc.sql(SAVE)
                        .param("user", userId)
                        .param("token", tokenHash)
                        .param("browser", browser)
                        .param("system", operatingSystem)
                        .param("address", address)
                        .param("now", now)
                        .param("expires", expiresAt)
                        .update()
                == 1;
    }

    void deleteBeyond(byte[] tokenHash, int most) {
        jdbc.sql(DELETE_USERS_BEYOND)
                .param("token", tokenHash)
                .param("most", most)
                .update();
    }

    void deleteBeyond(long userId, int most) {
        jdbc.sql(DELETE_BROWSERS_BEYOND)
                .param("user", userId)
                .param("most", most)
                .update();
    }

    List<KnownBrowser> of(long userId, Instant now) {
        return jdbc.sql("""
                        SELECT id, browser, operating_system, address, known_since, last_login_at FROM known_browser
                        WHERE user_id = :user AND expires_at > :now
                        ORDER BY last_login_at DESC, id DESC
                        """)
                .param("user", userId)
                .param("now", now)
                .query(KnownBrowser.class)
                .list();
    }

    Optional<KnownBrowser> delete(long userId, long id) {
        return jdbc.sql("""
                        DELETE FROM known_browser WHERE id = :id AND user_id = :user
                        RETURNING id, browser, operating_system, address, known_since, last_login_at
                        """)
                .param("id", id)
                .param("user", userId)
                .query(KnownBrowser.class)
                .optional();
    }

    void deleteAllOf(long userId) {
        jdbc.sql("DELETE FROM known_browser WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    void deleteFallen(long userId) {
        jdbc.sql("DELETE FROM known_browser WHERE user_id = :user AND wrong_passwords >= :most")
                .param("user", userId)
                .param("most", KnownBrowsers.MOST_WRONG_IN_A_ROW)
                .update();
    }

    void resetAllOf(long userId) {
        jdbc.sql("UPDATE known_browser SET wrong_passwords = 0 WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    int deleteExpired(Instant now, int most) {
        return jdbc.sql("DELETE FROM known_browser WHERE expires_at <= :now LIMIT :most")
                .param("now", now)
                .param("most", most)
                .update();
    }
}
