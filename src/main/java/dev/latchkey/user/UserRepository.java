package dev.latchkey.user;

import dev.latchkey.common.text.Language;
import dev.latchkey.user.access.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Users, their status, and the names and permissions of their groups. */
public interface UserRepository extends Repository<User, Long> {

    /** How long a user can take back the address that they had before. */
    Duration FORMER_ADDRESS_KEPT = Duration.ofDays(1);

    String SELECT = """
            SELECT id, email, name, password_hash, status, session_epoch, last_sign_in_at, language, browser_language,
                browser_region, time_zone
            FROM users
            """;

    @Query(SELECT + "WHERE id = :id")
    Optional<User> findById(long id);

    @Query(SELECT + "WHERE email = :email")
    Optional<User> findByEmail(EmailAddress email);

    @Query("SELECT email FROM users WHERE id = :id")
    Optional<String> emailOf(long id);

    @Query("SELECT id FROM users WHERE id IN (:ids)")
    Set<Long> existing(Collection<Long> ids);

    /** Whether a user had that address until recently, and can take it back: nobody else gets it. */
    default boolean isKeptForFormerUser(EmailAddress email, Instant now) {
        return !keptForFormerUsers(Set.of(email.value()), now).isEmpty();
    }

    /** Which of the addresses are {@linkplain #isKeptForFormerUser kept}. */
    default Set<String> keptForFormerUsers(Collection<String> emails, Instant now) {
        return somebodysAfter(emails, now.minus(FORMER_ADDRESS_KEPT));
    }

    @Query("SELECT DISTINCT old_email FROM address_change WHERE old_email IN (:emails) AND changed_at > :since")
    Set<String> somebodysAfter(Collection<String> emails, Instant since);

    /** What the user's groups permit, in the order of {@link Permission}. */
    default Set<Permission> permissionsOf(long id) {
        var permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(permissionsByGroups(id));
        return permissions;
    }

    @Query("""
            SELECT DISTINCT p.permission
            FROM user_group_member m
            JOIN user_group_permission p ON p.user_group = m.user_group
            WHERE m.user_id = :id
            """)
    List<Permission> permissionsByGroups(long id);

    /** Empty if the user is in no group. */
    @Query("""
            SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ')
            FROM user_group_member m JOIN user_group g ON g.id = m.user_group
            WHERE m.user_id = :id
            """)
    Optional<String> groupNamesOf(long id);

    @Query("SELECT NOT EXISTS (SELECT 1 FROM users)")
    boolean isEmpty();

    /** Returns the id of the new user. */
    @Query("""
            INSERT INTO users (email, name, password_hash, status, created_at)
            VALUES (:email, :name, :passwordHash, 'ACTIVE', :now)
            RETURNING id
            """)
    long insertActive(EmailAddress email, String name, String passwordHash, Instant now);

    /** Returns the id of the new user; empty if there is already one with that address. */
    @Query("""
            INSERT IGNORE INTO users (email, proposed_name, status, created_at)
            VALUES (:email, :proposedName, 'INVITED', :now)
            RETURNING id
            """)
    Optional<Long> insertInvited(EmailAddress email, String proposedName, Instant now);

    @Query("SELECT proposed_name FROM users WHERE id = :id")
    String proposedName(long id);

    /** Removes the mark that links went to another mailbox: new ones go to the address in its normal form. */
    @Modifying
    @Query("UPDATE users SET address_problem = NULL WHERE id = :id AND address_problem = 'MISDIRECTED'")
    void clearMisdirected(long id);

    /** Activates an invited user; false if they are no longer invited. */
    @Modifying
    @Query("""
            UPDATE users SET status = 'ACTIVE', name = :name, password_hash = :passwordHash
            WHERE id = :id AND status = 'INVITED'
            """)
    boolean register(long id, String name, String passwordHash);

    /** Changes a user's status; false if they do not have the first one. */
    @Modifying
    @Query("UPDATE users SET status = :to WHERE id = :id AND status = :from")
    boolean changeStatus(long id, UserStatus from, UserStatus to);

    /** The version of the user's editable data; empty after they are removed. */
    @Query("SELECT version FROM users WHERE id = :id")
    Optional<Long> versionOf(long id);

    /** Claims that version for one save, so that others that started from it fail; false if it has changed. */
    @Modifying
    @Query("UPDATE users SET version = version + 1 WHERE id = :id AND version = :version")
    boolean advance(long id, long version);

    @Modifying
    @Query("UPDATE users SET name = :name WHERE id = :id")
    void setName(long id, String name);

    /** Whether the user had that status and was deleted. */
    @Modifying
    @Query("DELETE FROM users WHERE id = :id AND status = :status")
    boolean delete(long id, UserStatus status);

    @Query("""
            SELECT EXISTS (SELECT 1 FROM user_group_member m JOIN user_group g ON g.id = m.user_group
                           WHERE g.built_in AND m.user_id = :id)
            """)
    boolean isAccountAdministrator(long id);

    @Modifying
    @Query("INSERT INTO user_group_member (user_group, user_id) SELECT id, :id FROM user_group WHERE built_in")
    void addToAccountAdministrators(long id);

    /** Replaces that hash, but no other that has been stored since. */
    @Modifying
    @Query("UPDATE users SET password_hash = :passwordHash WHERE id = :id AND BINARY password_hash = :before")
    void replacePasswordHash(long id, String before, String passwordHash);

    @Modifying
    @Query("UPDATE users SET last_sign_in_at = :now WHERE id = :id")
    void setLastSignIn(long id, Instant now);

    /** Null uses the browser's language. */
    @Modifying
    @Query("UPDATE users SET language = :language WHERE id = :id")
    void setLanguage(long id, @Nullable Language language);

    @Modifying
    @Query("UPDATE users SET browser_language = :language, browser_region = :region WHERE id = :id")
    void setBrowserLanguage(long id, Language language, String region);

    @Modifying
    @Query("""
            UPDATE users SET browser_language = :language, browser_region = :region
            WHERE id = :id AND browser_language IS NULL
            """)
    void setFirstBrowserLanguage(long id, Language language, String region);

    @Modifying
    @Query("UPDATE users SET time_zone = :zone WHERE id = :id")
    void setTimeZone(long id, String zone);

    /** Returns the epoch that sessions need from now on; known browsers are no longer known. */
    default long advanceSessionEpoch(long id) {
        deleteKnownBrowsers(id);
        raiseSessionEpoch(id);
        return sessionEpoch(id);
    }

    @Modifying
    @Query("DELETE FROM known_browser WHERE user_id = :id")
    void deleteKnownBrowsers(long id);

    @Modifying
    @Query("UPDATE users SET session_epoch = session_epoch + 1 WHERE id = :id")
    void raiseSessionEpoch(long id);

    @Query("SELECT session_epoch FROM users WHERE id = :id")
    long sessionEpoch(long id);
}
