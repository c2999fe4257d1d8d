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

    /** From when on the first of a user's groups has to give codes, in SQL. */
    String ENFORCED_FOR_GROUP_SINCE = """
            SELECT MIN(eg.enforced_since)
            FROM enforced_group eg JOIN user_group_member gm ON gm.user_group = eg.user_group WHERE gm.user_id = :user""";

    /** The user's standing, {@link Enrolment#none} where they never had a secret. */
    default Enrolment find(long userId) {
        return findStored(userId).orElseGet(() -> Enrolment.none(userId, enforcedForGroupSince(userId)));
    }

    @Query("""
            SELECT user_id, personal_switch, version, secret_ciphertext, origin, digits, period_seconds, algorithm, issued_at,
                expires_at, proven_at, (""" + ENFORCED_FOR_GROUP_SINCE + """
                ) AS enforced_for_group_since
            FROM enrolment WHERE user_id = :user
            """)
    Optional<Enrolment> findStored(@Param("user") long userId);

    /** From when on the first of the user's groups has to give codes; null if none has. */
    @Query(ENFORCED_FOR_GROUP_SINCE)
    @Nullable
    Instant enforcedForGroupSince(@Param("user") long userId);

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
