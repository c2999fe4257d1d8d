package dev.latchkey.twofactor.recovery;

import dev.latchkey.twofactor.EnrolmentRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the hashes of recovery codes. Whoever has a set has a proven secret: {@link EnrolmentRepository} destroys both at once. */
@Repository
class RecoveryCodeRepository {

    // Locks the enrolment first, as whoever destroys a secret does, so that no set outlives it
    private static final String BEGIN = """
            INTO recovery_code_set (user_id, made_at)
            SELECT user_id, :now FROM enrolment WHERE user_id = :user AND proven_at IS NOT NULL FOR UPDATE
            """;

    private static final String BEGIN_FIRST = "INSERT IGNORE " + BEGIN;

    private static final String BEGIN_ANEW = "INSERT " + BEGIN + "ON DUPLICATE KEY UPDATE made_at = :now";

    private final JdbcClient jdbc;

    RecoveryCodeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins the first set of a user.
     *
     * @return false where they have or had one, or no proven secret; of two at once, one gets true
     */
    boolean beginFirst(long userId, Instant now) {
        return jdbc.sql(BEGIN_FIRST).param("user", userId).param("now", now).update() == 1;
    }

    /**
     * Begins a set of a user and voids the codes of an earlier one.
     *
     * @return false where the user has no proven secret
     */
    boolean restart(long userId, Instant now) {
        // MariaDB counts a row that it has updated twice
        var begun = jdbc.sql(BEGIN_ANEW).param("user", userId).param("now", now).update() > 0;
        jdbc.sql("DELETE FROM recovery_code WHERE user_id = :user")
                .param("user", userId)
                .update();
        return begun;
    }

    /** Adds codes to the set that has been begun. */
    void add(long userId, List<RecoveryCode> codes) {
        codes.forEach(code -> jdbc.sql("INSERT INTO recovery_code (user_id, code_hash) VALUES (:user, :hash)")
                .param("user", userId)
                .param("hash", code.hash())
                .update());
    }

    /** Uses the code up; of several who try at once, the one whose DELETE removes the row gets true. */
    boolean spend(long userId, RecoveryCode code) {
        return jdbc.sql("DELETE FROM recovery_code WHERE user_id = :user AND code_hash = :hash")
                        .param("user", userId)
                        .param("hash", code.hash())
                        .update()
                == 1;
    }

    /** What is left of the user's set; empty where there never was one. */
    Optional<RecoveryCodeStatus> find(long userId) {
        return jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM recovery_code c WHERE c.user_id = s.user_id) AS codes_left, made_at
                        FROM recovery_code_set s WHERE s.user_id = :user
                        """)
                .param("user", userId)
                .query(RecoveryCodeStatus.class)
                .optional();
    }
}
