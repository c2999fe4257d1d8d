package dev.latchkey.twofactor;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads enrolments and changes them by guarded statements alone, each of which takes effect on the version that its caller
 * saw or on none.
 */
@Repository
class EnrolmentRepository {

    private static final String FIND = """
            SELECT user_id, personal_switch, version, secret_ciphertext, origin, issued_at, expires_at, proven_at
            FROM enrolment WHERE user_id = :user
            """;

    // In this order: the right-hand sides see what the earlier ones have set
    private static final String SPEND = """
            UPDATE enrolment
            SET last_step = :step,
                personal_switch = IF(proven_at IS NULL, TRUE, personal_switch),
                proven_at = COALESCE(proven_at, :now)
            WHERE user_id = :user AND version = :version AND last_step < :step AND secret_ciphertext IS NOT NULL
              AND (proven_at IS NOT NULL OR expires_at IS NULL OR expires_at > :now)
            """;

    // The row of a user's first secret; of two at once, one does nothing
    private static final String INSTALL_FIRST = """
            INSERT IGNORE INTO enrolment (user_id, version, secret_ciphertext, origin, issued_at, expires_at)
            VALUES (:user, :version + 1, :ciphertext, :origin, :now, :expires)
            """;

    private static final String INSTALL = """
            UPDATE enrolment
            SET version = version + 1, secret_ciphertext = :ciphertext, origin = :origin,
                issued_at = :now, expires_at = :expires, proven_at = NULL, last_step = -1
            WHERE user_id = :user AND version = :version AND proven_at IS NULL
            """;

    private static final String DESTROY = """
            UPDATE enrolment
            SET version = version + 1, secret_ciphertext = NULL, origin = NULL,
                issued_at = NULL, expires_at = NULL, proven_at = NULL, last_step = -1
            """;

    private static final String SWITCH_OFF = DESTROY.replace("SET ", "SET personal_switch = FALSE, ") + """
            WHERE user_id = :user AND version = :version
              AND NOT EXISTS (SELECT 1 FROM account WHERE enforced_since IS NOT NULL)
            """;

    // A new secret buys no new guesses, an administrator's word does
    private static final String VOID =
            DESTROY.replace("SET ", "SET wrong_codes = 0, no_code_before = NULL, ") + "WHERE user_id = :user";

    private static final String DESTROY_UNWANTED =
            DESTROY + "WHERE NOT personal_switch AND proven_at IS NULL AND secret_ciphertext IS NOT NULL";

    private static final String ACTIVE_UNPROVEN = """
            SELECT u.id FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.status = 'ACTIVE' AND e.proven_at IS NULL
            ORDER BY u.id
            """;

    private static final String FORECAST = """
            SELECT COALESCE(SUM(e.proven_at IS NOT NULL), 0) AS protected_users,
                   COALESCE(SUM(e.proven_at IS NULL), 0) AS emailed,
                   COALESCE(SUM(u.last_sign_in_at IS NULL), 0) AS never_signed_in
            FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.status = 'ACTIVE'
            """;

    private static final String UNABLE = """
            SELECT u.id FROM users u JOIN account a LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.id IN (:users)
              AND (e.wrong_codes >= :ceiling
                   OR e.proven_at IS NULL AND (a.enforced_since IS NOT NULL OR COALESCE(e.personal_switch, FALSE)))
            """;

    private final JdbcClient jdbc;

    EnrolmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Enrolment find(long userId) {
        Optional<Enrolment> stored =
                jdbc.sql(FIND).param("user", userId).query(Enrolment.class).optional();
        return stored.orElseGet(() -> Enrolment.none(userId));
    }

    /**
     * Spends the code of a time step and, with the first one, proves the secret and turns the personal switch on.
     *
     * @return false where that step or a later one is spent already, or the secret is not that version any more
     */
    boolean spend(long userId, long version, long step, Instant now) {
        return jdbc.sql(SPEND)
                        .param("user", userId)
                        .param("version", version)
                        .param("step", step)
                        .param("now", now)
                        .update()
                == 1;
    }

    /**
     * Puts a new, unproven secret in the place of none or of one never proven, as version + 1.
     *
     * @return false where the user's secret is proven or is not that version any more
     */
    boolean install(
            long userId, long version, byte[] ciphertext, SecretOrigin origin, Instant now, Optional<Instant> expires) {
        return jdbc.sql(version == 0 ? INSTALL_FIRST : INSTALL)
                        .param("user", userId)
                        .param("version", version)
                        .param("ciphertext", ciphertext)
                        .param("origin", origin.name())
                        .param("now", now)
                        .param("expires", expires.orElse(null))
                        .update()
                == 1;
    }

    /**
     * Turns the personal switch off and destroys the secret.
     *
     * @return false while enforcement is on, or where the secret is not that version any more
     */
    boolean switchOff(long userId, long version) {
        return jdbc.sql(SWITCH_OFF)
                        .param("user", userId)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Destroys whatever secret the user has and forgets their wrong codes; the personal switch stays as it is. */
    void voidSecret(long userId) {
        jdbc.sql(VOID).param("user", userId).update();
    }

    /** Destroys the pending secrets of those whose sign-in needs none once enforcement is off. */
    void destroyUnwanted() {
        jdbc.sql(DESTROY_UNWANTED).update();
    }

    /** Every active user without a proven secret. */
    List<Long> activeWithoutProvenSecret() {
        return jdbc.sql(ACTIVE_UNPROVEN).query(Long.class).list();
    }

    EnforcementForecast forecast() {
        return jdbc.sql(FORECAST).query(EnforcementForecast.class).single();
    }

    /** Those of the users who owe a code and have no proven secret to make it from, or are locked. */
    Set<Long> unableToGiveCode(Collection<Long> userIds) {
        return userIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(UNABLE)
                        .param("users", userIds)
                        .param("ceiling", CodeAttempts.CEILING)
                        .query(Long.class)
                        .list());
    }
}
