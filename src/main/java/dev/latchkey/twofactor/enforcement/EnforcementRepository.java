package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.PlannedStart;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The users affected by an enforcement. */
interface EnforcementRepository extends Repository<Enrolment, Long> {

    /** Every active user without a proven secret. */
    @Query("""
            SELECT u.id FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.status = 'ACTIVE' AND e.proven_at IS NULL
            ORDER BY u.id
            """)
    List<Long> activeWithoutProvenSecret();

    /** Counts active users by how enforcement would affect them. */
    String FORECAST = """
            SELECT COALESCE(SUM(e.proven_at IS NOT NULL), 0) AS protected_users,
                   COALESCE(SUM(e.proven_at IS NULL), 0) AS emailed,
                   COALESCE(SUM(u.last_sign_in_at IS NULL OR u.id IN (:refused)), 0) AS unreachable
            FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.status = 'ACTIVE'
            """;

    /**
     * How enforcement would affect users now.
     *
     * @param refused the users whose latest mail was refused; at least one, who need not exist
     */
    @Query(FORECAST)
    EnforcementForecast forecast(Collection<Long> refused);

    /** How it would affect the members of these groups, one at least; {@code refused} as for {@link #forecast(Collection)}. */
    @Query(FORECAST + " AND u.id IN (SELECT m.user_id FROM user_group_member m WHERE m.user_group IN (:groups))")
    EnforcementForecast forecast(Collection<Long> refused, Collection<Long> groups);

    /** Whether it is enforced at that time, for everyone or for some user group. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM account a WHERE a.enforced_since <= :now)
                OR EXISTS (SELECT 1 FROM enforced_group eg WHERE eg.enforced_since <= :now)
            """)
    boolean isOnForAnybody(Instant now);

    /** Whether it is enforced for some user group, or planned. */
    @Query("SELECT EXISTS (SELECT 1 FROM enforced_group)")
    boolean isDecidedForGroups();

    /** The first start that is still to come, of an enforcement for everyone or for a group of the user's. */
    @Query("""
            SELECT start, offset_seconds FROM (
                SELECT enforced_since AS start, enforcement_offset AS offset_seconds FROM account
                UNION ALL
                SELECT eg.enforced_since, eg.enforcement_offset
                FROM enforced_group eg JOIN user_group_member m ON m.user_group = eg.user_group
                WHERE m.user_id = :user) starts
            WHERE start > :now ORDER BY start LIMIT 1
            """)
    Optional<PlannedStart> plannedStartOf(long user, Instant now);
}
