package dev.latchkey.twofactor.recovery;

import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Keeps the hashes of recovery codes. Whoever has a set has a proven secret: {@link EnrolmentRepository} destroys both at once. */
interface RecoveryCodeRepository extends Repository<RecoveryCodeStatus, Long> {

    /**
     * Begins the first set of a user.
     *
     * @return false where they have or had one, or no proven secret; of two at once, one gets true
     */
    // Locks the enrolment first, as whoever destroys a secret does, so that no set outlives it
    @Modifying
    @Query("""
            INSERT IGNORE INTO recovery_code_set (user_id, made_at)
            SELECT user_id, :now FROM enrolment WHERE user_id = :user AND proven_at IS NOT NULL FOR UPDATE
            """)
    boolean beginFirst(@Param("user") long userId, Instant now);

    /**
     * Begins a set of a user and voids the codes of an earlier one.
     *
     * @return false where the user has no proven secret
     */
    default boolean restart(long userId, Instant now) {
        var begun = beginOrRenew(userId, now);
        deleteCodes(userId);
        return begun;
    }

    /** Begins a set, or renews the one that there is; false where the user has no proven secret. */
    // Locks the enrolment first, as whoever destroys a secret does, so that no set outlives it
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

    /** Adds codes to the set that has been begun. */
    default void add(long userId, List<RecoveryCode> codes) {
        codes.forEach(code -> insert(userId, code.hash()));
    }

    @Modifying
    @Query("INSERT INTO recovery_code (user_id, code_hash) VALUES (:user, :hash)")
    void insert(@Param("user") long userId, byte[] hash);

    /** Uses the code of that hash up; of several who try at once, the one whose DELETE removes the row gets true. */
    @Modifying
    @Query("DELETE FROM recovery_code WHERE user_id = :user AND code_hash = :hash")
    boolean spend(@Param("user") long userId, byte[] hash);

    /** What is left of the user's set; empty where there never was one. */
    @Query("""
            SELECT (SELECT COUNT(*) FROM recovery_code c WHERE c.user_id = s.user_id) AS codes_left, made_at
            FROM recovery_code_set s WHERE s.user_id = :user
            """)
    Optional<RecoveryCodeStatus> find(@Param("user") long userId);
}
