package dev.latchkey.twofactor.enforcement.group;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The user groups that enforcement covers, and their members. */
interface EnforcedGroupRepository extends Repository<Enrolment, Long> {

    /** All of them, by name. */
    @Query("""
            SELECT g.id, g.name, eg.enforced_since AS since, COUNT(u.id) AS active_members
            FROM enforced_group eg
            JOIN user_group g ON g.id = eg.user_group
            LEFT JOIN user_group_member m ON m.user_group = g.id
            LEFT JOIN users u ON u.id = m.user_id AND u.status = 'ACTIVE'
            GROUP BY g.id, g.name, eg.enforced_since
            ORDER BY g.name
            """)
    List<EnforcedGroup> all();

    /** The groups whose members do not need a code yet, Account Administrator first. */
    @Query("""
            SELECT g.id, g.name
            FROM user_group g LEFT JOIN enforced_group eg ON eg.user_group = g.id AND eg.enforced_since <= :now
            WHERE eg.user_group IS NULL
            ORDER BY g.built_in DESC, g.name
            """)
    List<GroupOption> choices(Instant now);

    /** Whether the group is one of them, begun or not. */
    @Query("SELECT EXISTS (SELECT 1 FROM enforced_group WHERE user_group = :group)")
    boolean contains(long group);

    /** Whether the members of the group need a code at that time. */
    @Query("SELECT EXISTS (SELECT 1 FROM enforced_group WHERE user_group = :group AND enforced_since <= :now)")
    boolean isInForce(long group, Instant now);

    /** Whether the user would need a code at that time without being in the group, because of another group or like everyone. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM account a WHERE a.enforced_since <= :now)
                OR EXISTS (SELECT 1 FROM user_group_member m JOIN enforced_group eg ON eg.user_group = m.user_group
                           WHERE m.user_id = :user AND m.user_group <> :group AND eg.enforced_since <= :now)
            """)
    boolean isCoveredWithout(long user, long group, Instant now);

    /** The active members of these groups without a proven secret, who did not need codes already. */
    @Query("""
            SELECT u.id FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.status = 'ACTIVE' AND e.proven_at IS NULL
              AND u.id IN (SELECT m.user_id FROM user_group_member m WHERE m.user_group IN (:groups))
              AND u.id NOT IN (SELECT o.user_id
                               FROM user_group_member o JOIN enforced_group eg ON eg.user_group = o.user_group
                               WHERE eg.enforced_since <= :now AND eg.enforcement_begun AND o.user_group NOT IN (:groups))
              AND NOT EXISTS (SELECT 1 FROM account a WHERE a.enforced_since <= :now)
            ORDER BY u.id
            """)
    List<Long> newlyCovered(Collection<Long> groups, Instant now);

    /**
     * Enforces it for a group from then on, or changes the start of a group's plan.
     *
     * @return false if its members need a code already
     */
    default boolean enforce(long group, Instant start, int offset, Instant now) {
        var begun = !start.isAfter(now);
        return insert(group, start, offset, begun) || change(group, start, offset, begun, now);
    }

    /** Whether the group was none of them. */
    @Modifying
    @Query("""
            INSERT IGNORE INTO enforced_group (user_group, enforced_since, enforcement_offset, enforcement_begun)
            VALUES (:group, :start, :offset, :begun)
            """)
    boolean insert(long group, Instant start, int offset, boolean begun);

    /** Whether the group's start was still to come. */
    @Modifying
    @Query("""
            UPDATE enforced_group
            SET enforced_since = :start, enforcement_offset = :offset, enforcement_begun = :begun
            WHERE user_group = :group AND enforced_since > :now
            """)
    boolean change(long group, Instant start, int offset, boolean begun, Instant now);

    /** Whether the group had that start, and now has none. */
    @Modifying
    @Query("DELETE FROM enforced_group WHERE user_group = :group AND enforced_since = :since")
    boolean lift(long group, Instant since);

    /** Lifts it for all groups, and returns for how many. */
    @Modifying
    @Query("DELETE FROM enforced_group")
    int liftAll();

    /** Whether there are {@link #due} groups. */
    @Query("SELECT EXISTS (SELECT 1 FROM enforced_group WHERE enforced_since <= :now AND NOT enforcement_begun)")
    boolean isAnyDue(Instant now);

    /** The groups whose start has come and has not been dealt with, locked until this transaction ends. */
    @Query("""
            SELECT user_group FROM enforced_group
            WHERE enforced_since <= :now AND NOT enforcement_begun ORDER BY user_group FOR UPDATE
            """)
    Set<Long> due(Instant now);

    /** Notes that the start of these groups has been dealt with. */
    @Modifying
    @Query("UPDATE enforced_group SET enforcement_begun = TRUE WHERE user_group IN (:groups)")
    void begin(Collection<Long> groups);

    /** The names of these groups, as one list. */
    @Query("SELECT COALESCE(GROUP_CONCAT(name ORDER BY name SEPARATOR ', '), '') FROM user_group WHERE id IN (:groups)")
    String namesOf(Collection<Long> groups);
}
