package dev.latchkey.twofactor.enrolment.store;

import dev.latchkey.user.access.ProvenSecrets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/**
 * Reads enrolments and changes them by guarded statements alone, each of which takes effect on the version that its caller
 * saw or on none.
 */
public interface EnrolmentRepository extends Repository<Enrolment, Long>, ProvenSecrets {

    /** The user's standing, {@link Enrolment#none} where they never had a secret. */
    default Enrolment find(long userId) {
        return findStored(userId).orElseGet(() -> Enrolment.none(userId));
    }

    @Query("""
            SELECT user_id, personal_switch, version, secret_ciphertext, origin, issued_at, expires_at, proven_at
            FROM enrolment WHERE user_id = :user
            """)
    Optional<Enrolment> findStored(@Param("user") long userId);

    @Override
    default boolean hasOne(long userId) {
        return find(userId).isProven();
    }

    /**
     * Spends the code of a time step and, with the first one, proves the secret and turns the personal switch on.
     *
     * @return false where that step or a later one is spent already, or the secret is not that version any more
     */
    // In this order: the right-hand sides see what the earlier ones have set
    @Modifying
    @Query("""
            UPDATE enrolment
            SET last_step = :step,
                personal_switch = IF(proven_at IS NULL, TRUE, personal_switch),
                proven_at = COALESCE(proven_at, :now)
            WHERE user_id = :user AND version = :version AND last_step < :step AND secret_ciphertext IS NOT NULL
              AND (proven_at IS NOT NULL OR expires_at IS NULL OR expires_at > :now)
            """)
    boolean spend(@Param("user") long userId, long version, long step, Instant now);

    /**
     * Puts a new, unproven secret in the place of none or of one never proven, as version + 1.
     *
     * @return false where the user's secret is proven or is not that version any more
     */
    default boolean install(
            long userId, long version, byte[] ciphertext, SecretOrigin origin, Instant now, Optional<Instant> expires) {
        return version == 0
                ? installFirst(userId, version, ciphertext, origin, now, expires.orElse(null))
                : installAnother(userId, version, ciphertext, origin, now, expires.orElse(null));
    }

    /** Makes the row of a user's first secret; of two at once, one gets false. */
    @Modifying
    @Query("""
            INSERT IGNORE INTO enrolment (user_id, version, secret_ciphertext, origin, issued_at, expires_at)
            VALUES (:user, :version + 1, :ciphertext, :origin, :now, :expires)
            """)
    boolean installFirst(
            @Param("user") long userId,
            long version,
            byte[] ciphertext,
            SecretOrigin origin,
            Instant now,
            @Nullable Instant expires);

    /** Puts a secret in the place of one never proven; false where that is proven, or is not that version any more. */
    @Modifying
    @Query("""
            UPDATE enrolment
            SET version = version + 1, secret_ciphertext = :ciphertext, origin = :origin,
                issued_at = :now, expires_at = :expires, proven_at = NULL, last_step = -1
            WHERE user_id = :user AND version = :version AND proven_at IS NULL
            """)
    boolean installAnother(
            @Param("user") long userId,
            long version,
            byte[] ciphertext,
            SecretOrigin origin,
            Instant now,
            @Nullable Instant expires);

    /**
     * Puts a new secret, never mailed, in the place of a proven one, as version + 1; the caller spends its first code in the same
     * transaction.
     *
     * @return false where the user's secret is not proven or is not that version any more
     */
    default boolean replace(long userId, long version, byte[] ciphertext, Instant now) {
        return replaceProven(userId, version, ciphertext, SecretOrigin.ON_SCREEN, now, null);
    }

    /** Puts a secret, proven from the start, in the place of a proven one; false where there is none of that version. */
    @Modifying
    @Query("""
            UPDATE enrolment
            SET version = version + 1, secret_ciphertext = :ciphertext, origin = :origin,
                issued_at = :now, expires_at = :expires, proven_at = :now, last_step = -1
            WHERE user_id = :user AND version = :version AND proven_at IS NOT NULL
            """)
    boolean replaceProven(
            @Param("user") long userId,
            long version,
            byte[] ciphertext,
            SecretOrigin origin,
            Instant now,
            @Nullable Instant expires);

    /**
     * Turns the personal switch off and destroys the secret and the recovery codes.
     *
     * @return false while enforcement is on, or where the secret is not that version any more
     */
    default boolean switchOff(long userId, long version) {
        var off = destroyOwn(userId, version);
        if (off) {
            voidRecoveryCodes(userId);
        }
        return off;
    }

    /** The enrolment's half of {@link #switchOff}; false as there. */
    @Modifying
    @Query("""
            UPDATE enrolment
            SET personal_switch = FALSE, version = version + 1, secret_ciphertext = NULL, origin = NULL,
                issued_at = NULL, expires_at = NULL, proven_at = NULL, last_step = -1
            WHERE user_id = :user AND version = :version
              AND NOT EXISTS (SELECT 1 FROM account a WHERE\s""" + Enrolment.NEEDS_CODE_ANYWAY + ")")
    boolean destroyOwn(@Param("user") long userId, long version);

    /**
     * Destroys whatever secret and recovery codes the user has and forgets their wrong codes; the personal switch stays as it
     * is.
     */
    default void voidSecret(long userId) {
        destroy(userId);
        voidRecoveryCodes(userId);
    }

    /** The enrolment's half of {@link #voidSecret}. */
    // A new secret buys no new guesses, an administrator's word does
    @Modifying
    @Query("""
            UPDATE enrolment
            SET wrong_codes = 0, no_code_before = NULL, version = version + 1, secret_ciphertext = NULL, origin = NULL,
                issued_at = NULL, expires_at = NULL, proven_at = NULL, last_step = -1
            WHERE user_id = :user
            """)
    void destroy(@Param("user") long userId);

    @Modifying
    @Query("DELETE FROM recovery_code_set WHERE user_id = :user")
    void voidRecoveryCodes(@Param("user") long userId);

    /** Destroys the pending secrets of those whose sign-in needs none, as when enforcement has just ended. */
    @Modifying
    @Query("""
            UPDATE enrolment e
            SET version = version + 1, secret_ciphertext = NULL, origin = NULL,
                issued_at = NULL, expires_at = NULL, proven_at = NULL, last_step = -1
            WHERE proven_at IS NULL AND secret_ciphertext IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM account a WHERE\s""" + Enrolment.NEEDS_CODE + ")")
    void destroyUnwanted();

    /**
     * Those of the users who are locked, or owe a code that they have never been able to give.
     *
     * @param userIds at least one
     * @param ceiling from so many wrong codes in a row on they are locked
     */
    @Query("""
            SELECT u.id FROM users u JOIN account a LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.id IN (:users)
              AND (e.wrong_codes >= :ceiling
                   OR e.proven_at IS NULL AND\s""" + Enrolment.NEEDS_CODE + ")")
    Set<Long> unableAmong(@Param("users") Collection<Long> userIds, int ceiling);
}
