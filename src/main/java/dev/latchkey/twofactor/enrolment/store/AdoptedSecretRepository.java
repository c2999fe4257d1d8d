package dev.latchkey.twofactor.enrolment.store;

import dev.latchkey.twofactor.totp.TotpAlgorithm;
import dev.latchkey.twofactor.totp.TotpParameters;
import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.query.Param;

/** The part of {@link EnrolmentRepository} that takes over secrets from another server. */
interface AdoptedSecretRepository extends SecretRemovalRepository {

    /**
     * Stores a secret that the user has proven at another server, as version + 1, and turns the personal switch on: their logins
     * needed codes there. Steps up to the given one count as spent.
     *
     * @return false if the user's secret is proven or no longer has that version
     */
    default boolean adopt(
            long userId, long version, byte[] ciphertext, TotpParameters parameters, long lastStep, Instant now) {
        var algorithm = parameters.algorithm();
        var digits = parameters.digits();
        var period = parameters.periodSeconds();
        return version == 0
                ? adoptFirst(userId, version, ciphertext, digits, period, algorithm, lastStep, now)
                : adoptAnother(userId, version, ciphertext, digits, period, algorithm, lastStep, now);
    }

    /** Inserts the row of a user's first secret, proven; of two concurrent calls, one returns false. */
    @Modifying
    @Query("""
            INSERT IGNORE INTO enrolment (user_id, personal_switch, version, secret_ciphertext, origin,
                                          digits, period_seconds, algorithm, issued_at, proven_at, last_step)
            VALUES (:user, TRUE, :version + 1, :ciphertext, 'IMPORTED',
                    :digits, :period, :algorithm, :now, :now, :lastStep)
            """)
    boolean adoptFirst(
            @Param("user") long userId,
            long version,
            byte[] ciphertext,
            int digits,
            int period,
            TotpAlgorithm algorithm,
            long lastStep,
            Instant now);

    /** Replaces a secret that was never proven; false if it is proven, or no longer has that version. */
    @Modifying
    @Query("""
            UPDATE enrolment
            SET personal_switch = TRUE, version = version + 1, secret_ciphertext = :ciphertext, origin = 'IMPORTED',
                digits = :digits, period_seconds = :period, algorithm = :algorithm,
                issued_at = :now, expires_at = NULL, proven_at = :now, last_step = :lastStep
            WHERE user_id = :user AND version = :version AND proven_at IS NULL
            """)
    boolean adoptAnother(
            @Param("user") long userId,
            long version,
            byte[] ciphertext,
            int digits,
            int period,
            TotpAlgorithm algorithm,
            long lastStep,
            Instant now);

    /** Turns the personal switch on of a user who has never had a secret: they get one at their next login. */
    @Modifying
    @Query("INSERT IGNORE INTO enrolment (user_id, personal_switch, version) VALUES (:user, TRUE, 1)")
    void switchOnWithoutSecret(@Param("user") long userId);

    /**
     * Destroys an adopted secret with its recovery codes, and puts the personal switch back; false if the user's secret no longer has
     * that version.
     */
    default boolean withdraw(long userId, long version, boolean personalSwitch) {
        var withdrawn = destroyAdopted(userId, version, personalSwitch);
        if (withdrawn) {
            voidRecoveryCodes(userId);
        }
        return withdrawn;
    }

    /** The enrolment's part of {@link #withdraw}. */
    @Modifying
    @Query("""
            UPDATE enrolment
            SET personal_switch = :personalSwitch,\s""" + NO_SECRET + """

            WHERE user_id = :user AND version = :version AND origin = 'IMPORTED'
            """)
    boolean destroyAdopted(@Param("user") long userId, long version, boolean personalSwitch);
}
