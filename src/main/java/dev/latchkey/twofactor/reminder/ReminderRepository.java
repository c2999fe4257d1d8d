package dev.latchkey.twofactor.reminder;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Who was reminded when. */
interface ReminderRepository extends Repository<Enrolment, Long> {

    /** The user {@code u} has a permission that the actor lacks. */
    String BEYOND_REACH = """
            EXISTS (SELECT 1 FROM user_group_member m JOIN user_group_permission p ON p.user_group = m.user_group
                    WHERE m.user_id = u.id AND p.permission NOT IN (
                        SELECT own.permission FROM user_group_member n
                        JOIN user_group_permission own ON own.user_group = n.user_group WHERE n.user_id = :actor))
            """;

    /** The user {@code u} can be reminded by the actor to set up the enrolment {@code e}. */
    String TO_REMIND = "u.status = 'ACTIVE' AND e.proven_at IS NULL AND NOT " + BEYOND_REACH;

    /**
     * Marks users as reminded now, unless they have been since then; of two concurrent calls, one marks each user.
     *
     * @param claim a random number, by which {@link #claimed} finds them
     * @param everyone whether the ids do not matter
     * @param ids at least one
     */
    // The order matters: later assignments see the values set by earlier ones
    @Modifying
    @Query("""
            INSERT INTO set_up_reminder (user_id, reminded_at, claim)
            SELECT u.id, :now, :claim FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE (:everyone OR u.id IN (:ids)) AND\s""" + TO_REMIND + """
            ORDER BY u.id
            ON DUPLICATE KEY UPDATE
                claim = IF(set_up_reminder.reminded_at <= :since, :claim, set_up_reminder.claim),
                reminded_at = IF(set_up_reminder.reminded_at <= :since, :now, set_up_reminder.reminded_at)
            """)
    void claim(long actor, long claim, boolean everyone, Collection<Long> ids, Instant since, Instant now);

    /** The users whom that call has marked. */
    // The first condition lets the index on the time be used
    @Query("SELECT user_id FROM set_up_reminder WHERE reminded_at > :since AND claim = :claim ORDER BY user_id")
    List<Long> claimed(long claim, Instant since);

    /** What that call has done about each of these users; without those who are gone. */
    @Query("""
            SELECT u.id AS user_id, u.email,
                   CASE WHEN u.status <> 'ACTIVE' THEN 'NOT_ACTIVE'
                        WHEN\s""" + BEYOND_REACH + """
                        THEN 'BEYOND_REACH'
                        WHEN r.claim = :claim THEN 'REMINDED'
                        WHEN e.proven_at IS NOT NULL THEN 'SET_UP'
                        ELSE 'REMINDED_ALREADY' END AS result
            FROM users u LEFT JOIN enrolment e ON e.user_id = u.id LEFT JOIN set_up_reminder r ON r.user_id = u.id
            WHERE u.id IN (:ids) ORDER BY u.id
            """)
    List<Outcome> outcomes(long actor, long claim, Collection<Long> ids);

    /** Whom the actor would remind now. */
    @Query("""
            SELECT COALESCE(SUM(COALESCE(r.reminded_at <= :since, TRUE)), 0) AS due,
                   COALESCE(SUM(COALESCE(r.reminded_at > :since, FALSE)), 0) AS reminded_already,
                   (SELECT MAX(l.reminded_at) FROM set_up_reminder l) AS last_reminded_at
            FROM users u LEFT JOIN enrolment e ON e.user_id = u.id LEFT JOIN set_up_reminder r ON r.user_id = u.id
            WHERE\s""" + TO_REMIND)
    ReminderOutlook outlook(long actor, Instant since);

    /** What became of one user. */
    record Outcome(long userId, String email, ReminderResult result) {}
}
