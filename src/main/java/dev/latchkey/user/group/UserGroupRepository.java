package dev.latchkey.user.group;

import dev.latchkey.common.text.Search;
import dev.latchkey.user.UserName;
import dev.latchkey.user.access.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.RowMapper;

/** User groups and their members; a group is read and written as a whole, members one by one. */
public interface UserGroupRepository extends Repository<UserGroup, Long> {

    Optional<UserGroup> findById(Long id);

    /**
     * Writes a new or changed group as a whole.
     *
     * @throws org.springframework.dao.DuplicateKeyException for a name that another group has
     * @throws org.springframework.dao.OptimisticLockingFailureException if its version is outdated, or it is deleted
     */
    UserGroup save(UserGroup group);

    /** All groups, Account Administrator first. */
    @Query(value = """
            SELECT g.id, g.version, g.name, g.description, g.built_in,
                   COALESCE((SELECT GROUP_CONCAT(p.permission) FROM user_group_permission p WHERE p.user_group = g.id), '')
                       AS permissions,
                   (SELECT COUNT(*) FROM user_group_member m WHERE m.user_group = g.id) AS members
            FROM user_group g
            ORDER BY g.built_in DESC, g.name
            """, rowMapperClass = SummaryMapper.class)
    List<UserGroupSummary> summaries();

    /** The names of all groups except that one, or of all for null; Account Administrator first. */
    @Query("SELECT name FROM user_group WHERE NOT (id <=> :id) ORDER BY built_in DESC, name")
    List<String> namesBut(@Nullable Long id);

    @Query("SELECT user_group FROM user_group_member WHERE user_id = :user")
    Set<Long> groupsOf(long user);

    /** The id of Account Administrator. Until this transaction ends, nobody else can name a group or reduce the administrators who can sign in. */
    @Query("SELECT id FROM user_group WHERE built_in FOR UPDATE")
    long lockBuiltIn();

    /** The active administrators, whether or not they can sign in now. */
    @Query("""
            SELECT u.id
            FROM user_group g
            JOIN user_group_member m ON m.user_group = g.id
            JOIN users u ON u.id = m.user_id
            WHERE g.built_in AND u.status = 'ACTIVE'
            """)
    List<Long> activeAdministrators();

    /** Locks a group and its members until this transaction ends, before it is deleted. */
    default void lockWithMembers(long id) {
        advanceMembers(id);
        lock(id);
    }

    @Query("SELECT id FROM user_group WHERE id = :id FOR UPDATE")
    Optional<Long> lock(long id);

    @Modifying
    @Query("""
            UPDATE users SET version = version + 1
            WHERE id IN (SELECT user_id FROM user_group_member WHERE user_group = :id)
            """)
    void advanceMembers(long id);

    /** Deletes a locked group. The number of members is not part of the group, so the version does not cover it. */
    @Modifying
    @Query("""
            DELETE FROM user_group
            WHERE id = :id AND version = :version
              AND (SELECT COUNT(*) FROM user_group_member WHERE user_group = :id) = :members
            """)
    boolean deleteIfUnchanged(long id, long version, int members);

    /** The members that {@link Search#IN_USERS} finds. */
    @Query("""
            SELECT u.id,\s""" + Search.SHOWN_NAME + """
             AS name, u.email
            FROM user_group_member m JOIN users u ON u.id = m.user_id
            WHERE m.user_group = :group AND
            """ + Search.IN_USERS + """
            ORDER BY name, u.email LIMIT :limit OFFSET :offset
            """)
    List<UserName> members(long group, String search, int offset, int limit);

    /** How many {@link #members} there are in all. */
    @Query("""
            SELECT COUNT(*)
            FROM user_group_member m JOIN users u ON u.id = m.user_id
            WHERE m.user_group = :group AND
            """ + Search.IN_USERS)
    int countMembers(long group, String search);

    /** Whether the user was not a member before. */
    default boolean addMember(long id, long user) {
        advanceUserWhoIsNoMember(id, user);
        return insertMember(id, user);
    }

    /** Whether the user was a member before. */
    default boolean removeMember(long id, long user) {
        advanceUserWhoIsMember(id, user);
        return deleteMember(id, user);
    }

    /** Before the member itself, in the same order as an edit of a user, to prevent deadlocks. */
    @Modifying
    @Query("""
            UPDATE users SET version = version + 1 WHERE id = :user AND NOT EXISTS
             (SELECT 1 FROM user_group_member WHERE user_group = :id AND user_id = :user)
            """)
    void advanceUserWhoIsNoMember(long id, long user);

    /** Like {@link #advanceUserWhoIsNoMember}. */
    @Modifying
    @Query("""
            UPDATE users SET version = version + 1 WHERE id = :user AND EXISTS
             (SELECT 1 FROM user_group_member WHERE user_group = :id AND user_id = :user)
            """)
    void advanceUserWhoIsMember(long id, long user);

    @Modifying
    @Query("INSERT IGNORE INTO user_group_member (user_group, user_id) VALUES (:id, :user)")
    boolean insertMember(long id, long user);

    @Modifying
    @Query("DELETE FROM user_group_member WHERE user_group = :id AND user_id = :user")
    boolean deleteMember(long id, long user);

    /** Parses the permissions, which one row lists. */
    final class SummaryMapper implements RowMapper<UserGroupSummary> {

        @Override
        public UserGroupSummary mapRow(ResultSet row, int number) throws SQLException {
            return new UserGroupSummary(
                    row.getLong("id"),
                    row.getLong("version"),
                    row.getString("name"),
                    row.getString("description"),
                    row.getBoolean("built_in"),
                    permissions(row.getString("permissions")),
                    row.getInt("members"),
                    null);
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
}
