package dev.latchkey.twofactor.enforcement;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.util.Collection;
import java.util.List;
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

    /**
     * How enforcement would affect users now.
     *
     * @param refused the users whose latest mail was refused; at least one, who need not exist
     */
    @Query("""
            SELECT COALESCE(SUM(e.proven_at IS NOT NULL), 0) AS protected_users,
                   COALESCE(SUM(e.proven_at IS NULL), 0) AS emailed,
                   COALESCE(SUM(u.last_sign_in_at IS NULL OR u.id IN (:refused)), 0) AS unreachable
            FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.status = 'ACTIVE'
            """)
    EnforcementForecast forecast(Collection<Long> refused);
}
