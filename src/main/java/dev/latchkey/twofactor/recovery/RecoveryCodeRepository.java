package dev.latchkey.twofactor.recovery;

import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Stores the hashes of recovery codes. A user with a set has a proven secret: {@link EnrolmentRepository} destroys both at once. */
interface RecoveryCodeRepository extends Repository<RecoveryCodeStatus, Long> {

    /**
     * Creates the first set of a user.
     *
     * @return false if they have or had one, or no proven secret; of two concurrent calls, one returns true
     */
    // Locks the enrolment first, like the destruction of a secret, so that no set outlives it
    @Modifying
    @Query("""
            INSERT IGNORE INTO recovery_code_set (user_id, made_at)
            SELECT user_id, :now FROM enrolment WHERE user_id = :user AND proven_at IS NOT NULL FOR UPDATE
            """)
    boolean beginFirst(@Param("user") long userId, Instant now);

    /**
     * Creates a set of a user and voids the codes of an earlier one.
     *
     * @return false if the user has no proven secret
     */
    default boolean restart(long userId, Instant now) {
        var begun = beginOrRenew(userId, now);
        deleteCodes(userId);
        return begun;
    }

    /** Creates a set, or renews the existing one; false if the user has no proven secret. */
    // Locks the enrolment first, like the destruction of a secret, so that no set outlives it
    @Modifying
    @Query("""
            INSERT INTO recovery_code_set (user_id, made_at)
            SELECT user_id, :now FROM enrolment WHERE user_id = :user AND proven_at IS NOT NULL FOR UPDATE
            ON DUPLICATE KEY UPDATE made_at = :now
            """)
    boolean beginOrRenew(@Param("user") long userId, Instant now);

    @Modifying
    @Query("DELETE FROM recovery_code WHERE user_id = :user")
    void deleteCodes(@Param("user") long userId);

    /** Adds codes to the new set. */
    default void add(long userId, List<RecoveryCode> codes) {
        codes.forEach(code -> insert(userId, code.hash()));
    }

    @Modifying
    @Query("INSERT INTO recovery_code (user_id, code_hash) VALUES (:user, :hash)")
    void insert(@Param("user") long userId, byte[] hash);

    /** Uses the code with that hash; of several concurrent calls, the one whose DELETE removes the row returns true. */
    @Modifying
    @Query("DELETE FROM recovery_code WHERE user_id = :user AND code_hash = :hash")
    boolean spend(@Param("user") long userId, byte[] hash);

    /** The user's remaining codes; empty if there never was a set. */
    @Query("""
            SELECT (SELECT COUNT(*) FROM recovery_code c WHERE c.user_id = s.user_id) AS codes_left, made_at
            FROM recovery_code_set s WHERE s.user_id = :user
            """)
    Optional<RecoveryCodeStatus> find(@Param("user") long userId);
}
