package dev.latchkey.twofactor.code;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.user.lockout.GrowingDelay;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Stores the count of wrong codes in a row, with the enrolment that they are for. */
interface CodeAttemptRepository extends Repository<WrongCodes, Long> {

    /**
     * Counts an attempt and sets the wait that {@link GrowingDelay} gives for the new count.
     *
     * @param from the lowest count that this is for
     * @param to the highest count that this is for
     * @param most the maximum of the count
     * @return false if the count is outside that range, or the next attempt must wait; nothing is counted then
     */
    // The order matters: the wait is calculated from the count that has just been increased
    @Modifying
    @Query("""
            UPDATE enrolment
            SET wrong_codes = LEAST(wrong_codes + 1, :most),
                no_code_before =\s""" + GrowingDelay.AFTER_WRONG_CODES + """

            WHERE user_id = :user AND wrong_codes BETWEEN :from AND :to
              AND (no_code_before IS NULL OR no_code_before <= :now)
            """)
    boolean raise(@Param("user") long userId, int from, int to, int most, Instant now);

    /** The user's count; empty for somebody who never had a secret. */
    @Query("SELECT wrong_codes, no_code_before FROM enrolment WHERE user_id = :user")
    Optional<WrongCodes> find(@Param("user") long userId);

    /** Sets the count to zero. */
    @Modifying
    @Query("UPDATE enrolment SET wrong_codes = 0, no_code_before = NULL WHERE user_id = :user")
    void reset(@Param("user") long userId);

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
    Set<Long> unableAmong(@Param("users") Collection<Long> userIds, int ceiling, Instant now);
}
