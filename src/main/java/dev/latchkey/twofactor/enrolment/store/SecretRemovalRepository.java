package dev.latchkey.twofactor.enrolment.store;

import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.query.Param;

/** The part of {@link EnrolmentRepository} that destroys secrets. */
interface SecretRemovalRepository {

    /** Destroys the secret, in SQL: what the row of an enrolment is set to. */
    String NO_SECRET = "version = version + 1, secret_ciphertext = NULL, origin = NULL,"
            + " digits = DEFAULT, period_seconds = DEFAULT, algorithm = DEFAULT,"
            + " issued_at = NULL, expires_at = NULL, proven_at = NULL, last_step = -1";

    /** Destroys secrets that no sign-in needs, in SQL. */
    String DESTROY_UNWANTED = """
            UPDATE enrolment e
            SET\s""" + NO_SECRET + """

            WHERE proven_at IS NULL AND secret_ciphertext IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM account a WHERE\s""" + Enrolment.ENROLLED_NEEDS_CODE + ")";

    /**
     * Turns the personal switch off and destroys the secret and the recovery codes.
     *
     * @return false while enforcement is on, or if the secret no longer has that version
     */
    default boolean switchOff(long userId, long version, Instant now) {
        var off = destroyOwn(userId, version, now);
        if (off) {
            voidRecoveryCodes(userId);
        }
        return off;
    }

    /** The enrolment's part of {@link #switchOff}; false in the same cases. */
    @Modifying
    @Query("""
            UPDATE enrolment e
            SET personal_switch = FALSE,\s""" + NO_SECRET + """

            WHERE user_id = :user AND version = :version
              AND NOT EXISTS (SELECT 1 FROM account a WHERE\s""" + Enrolment.ENROLLED_NEEDS_CODE_ANYWAY + ")")
    boolean destroyOwn(@Param("user") long userId, long version, Instant now);

    /** Destroys the user's secret and recovery codes, if any, and resets their wrong codes; the personal switch does not change. */
    default void voidSecret(long userId) {
        destroy(userId);
        voidRecoveryCodes(userId);
    }

    /** The enrolment's part of {@link #voidSecret}. */
    // A new secret does not allow new guesses, an administrator's action does
    @Modifying
    @Query("""
            UPDATE enrolment
            SET wrong_codes = 0, no_code_before = NULL,\s""" + NO_SECRET + """

            WHERE user_id = :user
            """)
    void destroy(@Param("user") long userId);

    /** Destroys a secret that was mailed and waits for its first code. */
    @Modifying
    @Query("""
            UPDATE enrolment
            SET\s""" + NO_SECRET + """

            WHERE user_id = :user AND proven_at IS NULL AND origin IN ('BY_EMAIL', 'AFTER_RESET')
            """)
    void discardMailed(@Param("user") long userId);

    @Modifying
    @Query("DELETE FROM recovery_code_set WHERE user_id = :user")
    void voidRecoveryCodes(@Param("user") long userId);

    /** Destroys the pending secrets of users whose sign-in does not need them, for example after enforcement has ended. */
    @Modifying
    @Query(DESTROY_UNWANTED)
    void destroyUnwanted(Instant now);

    /** Like {@link #destroyUnwanted(Instant)}, for one user. */
    @Modifying
    @Query(DESTROY_UNWANTED + " AND user_id = :user")
    void destroyUnwanted(@Param("user") long userId, Instant now);
}
