package dev.latchkey.user.group;

import dev.latchkey.common.text.Search;
import dev.latchkey.user.UserName;
import dev.latchkey.user.access.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
public class UserGroupRepository {

    private static final String SELECT = """
            SELECT g.id, g.version, g.name, g.description, g.built_in,
                   COALESCE((SELECT GROUP_CONCAT(p.permission) FROM user_group_permission p WHERE p.user_group = g.id), '')
                       AS permissions,
                   (SELECT COUNT(*) FROM user_group_member m WHERE m.user_group = g.id) AS members
            FROM user_group g
            """;

    private static final String MEMBERS = """
            FROM user_group_member m JOIN users u ON u.id = m.user_id
            WHERE m.user_group = :group AND
            """ + Search.in("u.name", "u.email");

    private static final RowMapper<UserGroup> MAPPER = (row, number) -> new UserGroup(
            row.getLong("id"),
            row.getLong("version"),
            row.getString("name"),
            row.getString("description"),
            row.getBoolean("built_in"),
            permissions(row.getString("permissions")),
            row.getInt("members"));

    private final JdbcClient jdbc;

    UserGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UserGroup> findAll() {
        return jdbc.sql(SELECT + "ORDER BY g.built_in DESC, g.name")
                .query(MAPPER)
                .list();
    }

    Optional<UserGroup> find(long id) {
        return jdbc.sql(SELECT + "WHERE g.id = :id")
                .param("id", id)
                .query(MAPPER)
                .optional();
    }

    public Set<Long> groupsOf(long userId) {
        return new HashSet<>(jdbc.sql("SELECT user_group FROM user_group_member WHERE user_id = :user")
                .param("user", userId)
                .query(Long.class)
                .list());
    }

    /** Lets nobody else give a name until this transaction ends. */
    void lockNames() {
        jdbc.sql("SELECT id FROM user_group WHERE built_in FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} for a name that another group has. */
    long insert(String name, String description) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO user_group (name, description) VALUES (:name, :description)")
                .param("name", name)
                .param("description", description)
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    /** The version of what is edited of a group; empty once it is deleted. */
    Optional<Long> versionOf(long id) {
        return jdbc.sql("SELECT version FROM user_group WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** Lets a save that started from that version go on, and whoever else started from it not; false where it has moved. */
    boolean advance(long id, long version) {
        return jdbc.sql("UPDATE user_group SET version = version + 1 WHERE id = :id AND version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} for a name that another group has. */
    void update(long id, String name, String description) {
        jdbc.sql("UPDATE user_group SET name = :name, description = :description WHERE id = :id")
                .param("id", id)
                .param("name", name)
                .param("description", description)
                .update();
    }

    void addPermissions(long id, Collection<Permission> permissions) {
        permissions.forEach(permission -> jdbc.sql("INSERT INTO user_group_permission VALUES (:id, :permission)")
                .param("id", id)
                .param("permission", permission.name())
                .update());
    }

    void removePermissions(long id, Collection<Permission> permissions) {
        permissions.forEach(permission -> jdbc.sql(
                        "DELETE FROM user_group_permission WHERE user_group = :id AND permission = :permission")
                .param("id", id)
                .param("permission", permission.name())
                .update());
    }

    /** Whether the group was of that version, with that many members, and is gone. */
    boolean delete(long id, long version, int members) {
        jdbc.sql("""
                        UPDATE users SET version = version + 1
                        WHERE id IN (SELECT user_id FROM user_group_member WHERE user_group = :id)
                        """).param("id", id).update();
        return jdbc.sql("""
                        DELETE FROM user_group
                        WHERE id = :id AND version = :version
                          AND (SELECT COUNT(*) FROM user_group_member WHERE user_group = :id) = :members
                        """)
                        .param("id", id)
                        .param("version", version)
                        .param("members", members)
                        .update()
                == 1;
    }

    List<UserName> members(long id, String search, int offset, int limit) {
        return jdbc.sql("SELECT u.id, u.name, u.email " + MEMBERS
                        + " ORDER BY u.name, u.email LIMIT :limit OFFSET :offset")
                .param("group", id)
                .param("search", Search.term(search))
                .param("limit", limit)
                .param("offset", offset)
                .query(UserName.class)
                .list();
    }

    int countMembers(long id, String search) {
        return jdbc.sql("SELECT COUNT(*) " + MEMBERS)
                .param("group", id)
                .param("search", Search.term(search))
                .query(Integer.class)
                .single();
    }

    /** Whether the user was not a member before. */
    boolean addMember(long id, long userId) {
        advanceUser("NOT EXISTS", id, userId);
        return jdbc.sql("INSERT IGNORE INTO user_group_member (user_group, user_id) VALUES (:id, :user)")
                        .param("id", id)
                        .param("user", userId)
                        .update()
                == 1;
    }

    /** Whether the user was a member before. */
    boolean removeMember(long id, long userId) {
        advanceUser("EXISTS", id, userId);
        return jdbc.sql("DELETE FROM user_group_member WHERE user_group = :id AND user_id = :user")
                        .param("id", id)
                        .param("user", userId)
                        .update()
                == 1;
    }

    /** Before the member itself, in the order of whoever edits a user, so that nobody waits for each other. */
    private void advanceUser(String condition, long id, long userId) {
        jdbc.sql("UPDATE users SET version = version + 1 WHERE id = :user AND " + condition
                        + " (SELECT 1 FROM user_group_member WHERE user_group = :id AND user_id = :user)")
                .param("id", id)
                .param("user", userId)
                .update();
    }

    private static Set<Permission> permissions(String names) {
        var permissions = EnumSet.noneOf(Permission.class);
        Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Permission::valueOf)
                .forEach(permissions::add);
        return permissions;
    }
}
