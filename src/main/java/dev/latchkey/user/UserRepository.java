package dev.latchkey.user;

import dev.latchkey.common.text.Language;
import dev.latchkey.user.access.Permission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class UserRepository {

    private static final String SELECT = """
            SELECT id, email, name, password_hash, status, session_epoch, last_sign_in_at, language, browser_language
            FROM users
            """;

    private static final String PERMISSIONS_OF = """
            SELECT DISTINCT p.permission
            FROM user_group_member m
            JOIN user_group_permission p ON p.user_group = m.user_group
            WHERE m.user_id = :id
            """;

    private final JdbcClient jdbc;

    UserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<User> findById(long id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(User.class)
                .optional();
    }

    public Optional<User> findByEmail(EmailAddress email) {
        return jdbc.sql(SELECT + "WHERE email = :email")
                .param("email", email.value())
                .query(User.class)
                .optional();
    }

    public Set<Permission> permissionsOf(long id) {
        var permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(
                jdbc.sql(PERMISSIONS_OF).param("id", id).query(Permission.class).list());
        return permissions;
    }

    public Optional<String> groupNamesOf(long id) {
        return jdbc.sql("""
                        SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ')
                        FROM user_group_member m JOIN user_group g ON g.id = m.user_group
                        WHERE m.user_id = :id
                        """).param("id", id).query(String.class).optional();
    }

    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM users)")
                .query(Boolean.class)
                .single();
    }

    public long insertActive(EmailAddress email, String name, String passwordHash, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO users (email, name, password_hash, status, created_at)
                        VALUES (:email, :name, :passwordHash, 'ACTIVE', :now)
                        """)
                .param("email", email.value())
                .param("name", name)
                .param("passwordHash", passwordHash)
                .param("now", now)
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    /** Returns the id of the new user; empty where there is one of that address. */
    public Optional<Long> insertInvited(EmailAddress email, String proposedName, Instant now) {
        var key = new GeneratedKeyHolder();
        var inserted = jdbc.sql("""
                        INSERT IGNORE INTO users (email, proposed_name, status, created_at)
                        VALUES (:email, :proposedName, 'INVITED', :now)
                        """)
                .param("email", email.value())
                .param("proposedName", proposedName)
                .param("now", now)
                .update(key, "id");
        return inserted == 1 ? Optional.of(key.getKeyAs(Number.class).longValue()) : Optional.empty();
    }

    public String proposedName(long id) {
        return jdbc.sql("SELECT proposed_name FROM users WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Takes the mark away that links went elsewhere: new ones go to the address in its form. */
    public void forgetMisdirected(long id) {
        jdbc.sql("UPDATE users SET address_problem = NULL WHERE id = :id AND address_problem = 'MISDIRECTED'")
                .param("id", id)
                .update();
    }

    /** Makes an invited user one who can sign in; false where they are not invited any more. */
    public boolean register(long id, String name, String passwordHash) {
        return jdbc.sql("""
                        UPDATE users SET status = 'ACTIVE', name = :name, password_hash = :passwordHash
                        WHERE id = :id AND status = 'INVITED'
                        """)
                        .param("id", id)
                        .param("name", name)
                        .param("passwordHash", passwordHash)
                        .update()
                == 1;
    }

    /** Moves a user from one status to another; false where they are not in the first. */
    public boolean changeStatus(long id, UserStatus from, UserStatus to) {
        return jdbc.sql("UPDATE users SET status = :to WHERE id = :id AND status = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /** The version of what is edited of a user; empty once they are removed. */
    public Optional<Long> versionOf(long id) {
        return jdbc.sql("SELECT version FROM users WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** Lets a save that started from that version go on, and whoever else started from it not; false where it has moved. */
    public boolean advance(long id, long version) {
        return jdbc.sql("UPDATE users SET version = version + 1 WHERE id = :id AND version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    public void setName(long id, String name) {
        jdbc.sql("UPDATE users SET name = :name WHERE id = :id")
                .param("id", id)
                .param("name", name)
                .update();
    }

    /** Whether the user had that status, and is gone. */
    public boolean delete(long id, UserStatus status) {
        return jdbc.sql("DELETE FROM users WHERE id = :id AND status = :status")
                        .param("id", id)
                        .param("status", status.name())
                        .update()
                == 1;
    }

    public boolean isAccountAdministrator(long id) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM user_group_member m JOIN user_group g ON g.id = m.user_group
                                       WHERE g.built_in AND m.user_id = :id)
                        """).param("id", id).query(Boolean.class).single();
    }

    public void addToAccountAdministrators(long id) {
        jdbc.sql("INSERT INTO user_group_member (user_group, user_id) SELECT id, :id FROM user_group WHERE built_in")
                .param("id", id)
                .update();
    }

    /** Takes the place of that hash, and of no other that may stand there meanwhile. */
    void replacePasswordHash(long id, String before, String passwordHash) {
        jdbc.sql("UPDATE users SET password_hash = :passwordHash WHERE id = :id AND BINARY password_hash = :before")
                .param("id", id)
                .param("before", before)
                .param("passwordHash", passwordHash)
                .update();
    }

    void setLastSignIn(long id, Instant now) {
        jdbc.sql("UPDATE users SET last_sign_in_at = :now WHERE id = :id")
                .param("id", id)
                .param("now", now)
                .update();
    }

    void setLanguage(long id, @Nullable Language language) {
        jdbc.sql("UPDATE users SET language = :language WHERE id = :id")
                .param("id", id)
                .param("language", language == null ? null : language.name())
                .update();
    }

    void setBrowserLanguage(long id, Language language) {
        jdbc.sql("UPDATE users SET browser_language = :language WHERE id = :id")
                .param("id", id)
                .param("language", language.name())
                .update();
    }

    void setFirstBrowserLanguage(long id, Language language) {
        jdbc.sql("UPDATE users SET browser_language = :language WHERE id = :id AND browser_language IS NULL")
                .param("id", id)
                .param("language", language.name())
                .update();
    }

    /** Returns the epoch under which sessions are accepted from now on; browsers that are known count as strangers' again. */
    public long advanceSessionEpoch(long id) {
        jdbc.sql("DELETE FROM known_browser WHERE user_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("UPDATE users SET session_epoch = session_epoch + 1 WHERE id = :id")
                .param("id", id)
                .update();
        return jdbc.sql("SELECT session_epoch FROM users WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
