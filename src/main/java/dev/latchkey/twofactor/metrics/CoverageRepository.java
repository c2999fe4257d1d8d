package dev.latchkey.twofactor.metrics;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface CoverageRepository extends Repository<Enrolment, Long> {

    @Query("""
            SELECT COUNT(*) AS users, COALESCE(SUM(e.proven_at IS NOT NULL), 0) AS with_second_factor
            FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.status = 'ACTIVE'
            """)
    Coverage count();

    /**
     * How many users are protected.
     *
     * @param users the active users
     * @param withSecondFactor how many of them have a proven secret
     */
    record Coverage(int users, int withSecondFactor) {}
}
