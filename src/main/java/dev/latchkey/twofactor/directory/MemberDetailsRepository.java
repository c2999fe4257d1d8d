package dev.latchkey.twofactor.directory;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Reads the details of one user. */
interface MemberDetailsRepository extends Repository<MemberDetails, Long> {

    @Query("""
            SELECT u.created_at, e.origin, e.issued_at, e.expires_at, e.proven_at,
                   (SELECT MAX(l.expires_at) FROM one_time_link l
                    WHERE l.user_id = u.id AND l.purpose = 'INVITATION' AND u.status = 'INVITED')
                       AS invitation_expires_at,
                   (SELECT COUNT(c.user_id) FROM recovery_code_set s LEFT JOIN recovery_code c ON c.user_id = s.user_id
                    WHERE s.user_id = u.id GROUP BY s.user_id) AS codes_left,
                   IF(e.no_code_before > :now, e.no_code_before, NULL) AS no_code_before,
                   IF(p.no_password_before > :now, p.no_password_before, NULL) AS no_password_before,
                   IF(u.password_reset_held_until > :now, u.password_reset_held_until, NULL)
                       AS password_reset_held_until,
                   IF(u.mailed_secret_held_until > :now, u.mailed_secret_held_until, NULL) AS secret_held_until
            FROM users u
            LEFT JOIN enrolment e ON e.user_id = u.id
            LEFT JOIN password_attempt p ON p.email_hash = UNHEX(SHA2(u.email, 256))
            WHERE u.id = :user
            """)
    Optional<MemberDetails> find(@Param("user") long userId, Instant now);
}
