package dev.latchkey.twofactor.enrolment.store;

import dev.latchkey.user.access.ProvenSecrets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Reads enrolments and changes them only by guarded statements, each of which applies only to the version that its caller saw. */
public interface EnrolmentRepository extends Repository<Enrolment, Long>, AdoptedSecretRepository, ProvenSecrets {

    /** The user's standing, that of somebody who never had a secret if there is no such user. */
    default Enrolment find(long userId) {
        return findOf(userId).orElseGet(() -> Enrolment.none(userId));
    }

    /**
     * The standing of a user, with {@link dev.latchkey.twofactor.totp.TotpParameters#STANDARD} for one who never had a secret; empty if
     * there is no such user.
     */
    @Query("""
            SELECT u.id AS user_id, COALESCE(e.personal_switch, FALSE) AS personal_switch, COALESCE(e.version, 0) AS version,
                e.secret_ciphertext, e.origin,
                COALESCE(e.digits, 6) AS digits, COALESCE(e.period_seconds, 30) AS period_seconds,
                COALESCE(e.algorithm, 'SHA1') AS algorithm,
                e.issued_at, e.expires_at, e.proven_at,
                (SELECT MIN(eg.enforced_since)
                 FROM enforced_group eg JOIN user_group_member gm ON gm.user_group = eg.user_group
                 WHERE gm.user_id = u.id) AS enforced_for_group_since
            FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.id = :user
            """)
    Optional<Enrolment> findOf(@Param("user") long userId);

    @Override
    default boolean hasOne(long userId) {
        return find(userId).isProven();
    }

    /**
     * Spends the code of a time step and, with the first one, proves the secret and turns the personal switch on.
     *
     * @return false if that step or a later one is already spent, or the secret no longer has that version
     */
    // The order matters: later assignments see the values set by earlier ones
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
     * Stores a new, unproven secret as version + 1, as the first one or instead of one that was never proven.
     *
     * @return false if the user's secret is proven or no longer has that version
     */
    default boolean install(
            long userId, long version, byte[] ciphertext, SecretOrigin origin, Instant now, Optional<Instant> expires) {
        return version == 0
                ? installFirst(userId, version, ciphertext, origin, now, expires.orElse(null))
                : installAnother(userId, version, ciphertext, origin, now, expires.orElse(null));
    }

    /** Inserts the row of a user's first secret; of two concurrent calls, one returns false. */
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

    /** Replaces a secret that was never proven; false if it is proven, or no longer has that version. */
    @Modifying
    @Query("""
            UPDATE enrolment
            SET version = version + 1, secret_ciphertext = :ciphertext, origin = :origin,
                digits = DEFAULT, period_seconds = DEFAULT, algorithm = DEFAULT,
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
     * Replaces a proven secret by a new one that was never mailed, as version + 1; the caller spends its first code in the same
     * transaction.
     *
     * @return false if the user's secret is not proven or no longer has that version
     */
    default boolean replace(long userId, long version, byte[] ciphertext, Instant now) {
        return replaceProven(userId, version, ciphertext, SecretOrigin.ON_SCREEN, now, null);
    }

    /** Replaces a proven secret by one that is proven from the start; false if there is none with that version. */
    @Modifying
    @Query("""
            UPDATE enrolment
            SET version = version + 1, secret_ciphertext = :ciphertext, origin = :origin,
                digits = DEFAULT, period_seconds = DEFAULT, algorithm = DEFAULT,
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
}
