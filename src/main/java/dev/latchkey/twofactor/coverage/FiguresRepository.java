package dev.latchkey.twofactor.coverage;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Counts users by their state of two-factor authentication. */
interface FiguresRepository extends Repository<Enrolment, Long> {

    /** The user, with the account {@code a} and the enrolment {@code e}, needs a code and has no secret that works. */
    String EXPIRED = "(e.proven_at IS NULL AND " + Enrolment.NEEDS_CODE + """
             AND NOT (e.secret_ciphertext IS NOT NULL AND COALESCE(e.expires_at > :now, TRUE)))
            """;

    /**
     * All active users.
     *
     * @param refused the users to whom the latest email was refused; at least one id
     */
    @Query("""
            SELECT COUNT(*) AS active,
                   COALESCE(SUM(e.proven_at IS NOT NULL), 0) AS protected_users,
                   COALESCE(SUM(e.proven_at IS NULL), 0) AS not_set_up,
                   COALESCE(SUM(""" + EXPIRED + """
                   ), 0) AS expired,
                   COALESCE(SUM(u.id IN (:refused)), 0) AS unreachable,
                   COALESCE(SUM(u.last_sign_in_at IS NULL), 0) AS never_signed_in
            FROM users u JOIN account a LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.status = 'ACTIVE'
            """)
    CoverageFigures figures(Collection<Long> refused, Instant now);

    /** Each group's, Account Administrator first. */
    @Query("""
            SELECT g.id AS group_id, g.name, COUNT(u.id) AS active,
                   COALESCE(SUM(e.proven_at IS NOT NULL), 0) AS protected_users
            FROM user_group g
            LEFT JOIN user_group_member m ON m.user_group = g.id
            LEFT JOIN users u ON u.id = m.user_id AND u.status = 'ACTIVE'
            LEFT JOIN enrolment e ON e.user_id = u.id
            GROUP BY g.id, g.name, g.built_in
            ORDER BY g.built_in DESC, g.name
            """)
    List<GroupCoverage> byGroup();

    /** How many active users are in Account Administrator. */
    @Query("""
            SELECT COUNT(*)
            FROM user_group g
            JOIN user_group_member m ON m.user_group = g.id
            JOIN users u ON u.id = m.user_id
            WHERE g.built_in AND u.status = 'ACTIVE'
            """)
    int countAdministrators();

    /** Whether there is a user, invited or active, who is not in Account Administrator. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM users u WHERE NOT EXISTS (
                SELECT 1 FROM user_group_member m JOIN user_group g ON g.id = m.user_group
                WHERE g.built_in AND m.user_id = u.id))
            """)
    boolean hasMembers();
}
