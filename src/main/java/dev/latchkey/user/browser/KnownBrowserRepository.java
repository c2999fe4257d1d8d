package dev.latchkey.user.browser;

import dev.latchkey.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface KnownBrowserRepository extends Repository<KnownBrowser, Long> {

    /**
     * Empty if the user is not known in that browser, or it has lost its standing.
     *
     * @param most wrong passwords in a row that end the standing of one browser
     * @param together wrong passwords that end the standing of all of the user's
     */
    @Query("""
            SELECT b.id
            FROM known_browser b JOIN users u ON u.id = b.user_id
            WHERE b.token_hash = :token AND u.email = :email AND b.expires_at > :now AND b.wrong_passwords < :most
              AND (SELECT SUM(o.wrong_passwords) FROM known_browser o WHERE o.user_id = b.user_id) < :together
            """)
    Optional<Long> find(byte[] token, EmailAddress email, Instant now, int most, int together);

    /** Whether it was below the limit. */
    @Modifying
    @Query("""
            UPDATE known_browser SET wrong_passwords = wrong_passwords + 1
            WHERE id = :id AND wrong_passwords < :most
            """)
    boolean raise(long id, int most);

    @Modifying
    @Query("""
            UPDATE known_browser SET wrong_passwords = wrong_passwords - 1
            WHERE id = :id AND wrong_passwords > 0
            """)
    void lower(long id);

    @Modifying
    @Query("UPDATE known_browser SET wrong_passwords = 0 WHERE id = :id")
    void reset(long id);

    /** Whether there was none with that token and user before. */
    default boolean save(
            byte[] token, long user, String browser, String system, String address, Instant now, Instant expires) {
        // One row if it is new, two if it is changed
        return insertOrUpdate(token, user, browser, system, address, now, expires) == 1;
    }

    @Modifying
    @Query("""
            INSERT INTO known_browser (user_id, token_hash, browser, operating_system, address, known_since, last_login_at,
                                       expires_at)
            VALUES (:user, :token, :browser, :system, :address, :now, :now, :expires)
            ON DUPLICATE KEY UPDATE
                browser = VALUES(browser), operating_system = VALUES(operating_system), address = VALUES(address),
                last_login_at = VALUES(last_login_at), expires_at = GREATEST(expires_at, VALUES(expires_at)),
                wrong_passwords = 0
            """)
    int insertOrUpdate(
            byte[] token, long user, String browser, String system, String address, Instant now, Instant expires);

    /** Keeps that many users of the browser, those with the latest logins. */
    @Modifying
    @Query("""
            DELETE FROM known_browser
            WHERE token_hash = :token AND id NOT IN (
                SELECT id FROM (SELECT id FROM known_browser WHERE token_hash = :token
                                ORDER BY last_login_at DESC, id DESC LIMIT :most) kept)
            """)
    void deleteBeyond(byte[] token, int most);

    /** Keeps that many browsers of the user, those with the latest logins. */
    @Modifying
    @Query("""
            DELETE FROM known_browser
            WHERE user_id = :user AND id NOT IN (
                SELECT id FROM (SELECT id FROM known_browser WHERE user_id = :user
                                ORDER BY last_login_at DESC, id DESC LIMIT :most) kept)
            """)
    void deleteBeyond(long user, int most);

    @Query("""
            SELECT id, browser, operating_system, address, known_since, last_login_at FROM known_browser
            WHERE user_id = :user AND expires_at > :now
            ORDER BY last_login_at DESC, id DESC
            """)
    List<KnownBrowser> of(long user, Instant now);

    /** Returns the deleted browser; empty if the user has none with that id. */
    @Query("""
            DELETE FROM known_browser WHERE id = :id AND user_id = :user
            RETURNING id, browser, operating_system, address, known_since, last_login_at
            """)
    Optional<KnownBrowser> delete(long user, long id);

    @Modifying
    @Query("DELETE FROM known_browser WHERE user_id = :user")
    void deleteAllOf(long user);

    /** Deletes the user's browsers that have lost their standing by that many wrong passwords. */
    @Modifying
    @Query("DELETE FROM known_browser WHERE user_id = :user AND wrong_passwords >= :most")
    void deleteFallen(long user, int most);

    @Modifying
    @Query("UPDATE known_browser SET wrong_passwords = 0 WHERE user_id = :user")
    void resetAllOf(long user);

    /** Deletes at most that many, and returns how many. */
    @Modifying
    @Query("DELETE FROM known_browser WHERE expires_at <= :now LIMIT :most")
    int deleteExpired(Instant now, int most);
}
