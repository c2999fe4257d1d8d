package dev.latchkey.user.password.reset;

import dev.latchkey.user.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface PasswordResetRequestRepository extends Repository<PasswordResetRequest, Long> {

    @Modifying
    @Query("INSERT INTO password_reset_request (email, address, asked_at) VALUES (:email, :address, :now)")
    void insert(EmailAddress email, String address, Instant now);

    /** Deletes at most that many requests that have been unanswered since then, and returns how many. */
    @Modifying
    @Query("DELETE FROM password_reset_request WHERE asked_at < :before LIMIT :most")
    int deleteBefore(Instant before, int most);

    /** Takes the oldest request after that one that no other node is processing. */
    default Optional<PasswordResetRequest> take(long after) {
        var request = lockNext(after);
        request.ifPresent(taken -> delete(taken.id()));
        return request;
    }

    @Query("""
            SELECT id, email, address, asked_at FROM password_reset_request
            WHERE id > :after ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<PasswordResetRequest> lockNext(long after);

    @Modifying
    @Query("DELETE FROM password_reset_request WHERE id = :id")
    void delete(long id);
}
