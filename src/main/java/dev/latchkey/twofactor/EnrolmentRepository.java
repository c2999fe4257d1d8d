package dev.latchkey.twofactor;

import dev.latchkey.user.access.ProvenSecrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads enrolments and changes them by guarded statements alone, each of which takes effect on the version that its caller
 * saw or on none.
 */
@Repository
public class EnrolmentRepository implements ProvenSecrets {

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

    // The secret of another app, proven in the same transaction
    private static final String REPLACE = INSTALL.replace("proven_at = NULL", "proven_at = :now")
            .replace("proven_at IS NULL", "proven_at IS NOT NULL");

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

    private final JdbcClient jdbc;

    public EnrolmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Enrolment find(long userId) {
        Optional<Enrolment> stored =
                jdbc.sql(FIND).param("user", userId).query(Enrolment.class).optional();
        return stored.orElseGet(() -> Enrolment.none(userId));
    }

    @Override
    public boolean hasOne(long userId) {
        return find(userId).isProven();
    }

    /**
     * Spends the code of a time step and, with the first one, proves the secret and turns the personal switch on.
     *
     * @return false where that step or a later one is spent already, or the secret is not that version any more
     */
    public boolean spend(long userId, long version, long step, Instant now) {
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
    public boolean install(
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
     * Puts a new secret, never mailed, in the place of a proven one, as version + 1; the caller spends its first code in the same
     * transaction.
     *
     * @return false where the user's secret is not proven or is not that version any more
     */
    public boolean replace(long userId, long version, byte[] ciphertext, Instant now) {
        return jdbc.sql(REPLACE)
                        .param("user", userId)
                        .param("version", version)
                        .param("ciphertext", ciphertext)
                        .param("origin", SecretOrigin.ON_SCREEN.name())
                        .param("now", now)
                        .param("expires", null)
                        .update()
                == 1;
    }

    /**
     * Turns the personal switch off and destroys the secret and the recovery codes.
     *
     * @return false while enforcement is on, or where the secret is not that version any more
     */
    public boolean switchOff(long userId, long version) {
        var off = jdbc.sql(SWITCH_OFF)
                        .param("user", userId)
                        .param("version", version)
                        .update()
                == 1;
        if (off) {
            voidRecoveryCodes(userId);
        }
        return off;
    }

    /**
     * Destroys whatever secret and recovery codes the user has and forgets their wrong codes; the personal switch stays as it
     * is.
     */
    public void voidSecret(long userId) {
        jdbc.sql(VOID).param("user", userId).update();
        voidRecoveryCodes(userId);
    }

    private void voidRecoveryCodes(long userId) {
        jdbc.sql("DELETE FROM recovery_code_set WHERE user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Destroys the pending secrets of those whose sign-in needs none once enforcement is off. */
    public void destroyUnwanted() {
        jdbc.sql(DESTROY_UNWANTED).update();
    }

    /** Every active user without a proven secret. */
    public List<Long> activeWithoutProvenSecret() {
        return jdbc.sql(ACTIVE_UNPROVEN).query(Long.class).list();
    }

    public EnforcementForecast forecast() {
        return jdbc.sql(FORECAST).query(EnforcementForecast.class).single();
    }
}
