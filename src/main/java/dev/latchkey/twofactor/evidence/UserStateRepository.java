package dev.latchkey.twofactor.evidence;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The periods in which nothing about a user changed. Each statement of an observation can be repeated, on any node. */
interface UserStateRepository extends Repository<Enrolment, Long> {

    /** The users of a batch as they are now. */
    String CURRENT = """
            (SELECT u.id, u.email, u.name, u.status,
                    COALESCE((SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ')
                              FROM user_group_member m JOIN user_group g ON g.id = m.user_group
                              WHERE m.user_id = u.id), '') AS user_groups,
                    CASE WHEN u.status = 'INVITED' THEN 'OFF'
                         WHEN e.proven_at IS NOT NULL THEN 'ON'
                         WHEN NOT\s""" + Enrolment.NEEDS_CODE + """
                         THEN 'OFF'
                         WHEN e.secret_ciphertext IS NOT NULL AND COALESCE(e.expires_at > :now, TRUE) THEN 'WAITING'
                         ELSE 'EXPIRED' END AS factor
             FROM users u JOIN account a LEFT JOIN enrolment e ON e.user_id = u.id
             WHERE u.id > :after AND u.id <= :upTo) c
            """;

    /** The row {@code s}, which is still open, is of the batch and no longer true. */
    String OUTDATED = """
            s.to_day IS NULL AND s.user_id > :after AND s.user_id <= :upTo
            AND (c.id IS NULL OR NOT (BINARY s.email = BINARY c.email AND BINARY s.name = BINARY c.name
                                      AND BINARY s.user_groups = BINARY c.user_groups
                                      AND BINARY s.status = BINARY c.status AND BINARY s.factor = BINARY c.factor))
            """;

    /** The last id of the next batch; empty if it is the last one. */
    @Query("SELECT id FROM users WHERE id > :after ORDER BY id LIMIT 1 OFFSET :size")
    Optional<Long> endOfBatch(long after, int size);

    /** Ends what was so until the day before. */
    @Modifying
    @Query("UPDATE user_state s LEFT JOIN " + CURRENT + """
             ON c.id = s.user_id SET s.to_day = :today - INTERVAL 1 DAY
            WHERE s.from_day < :today AND\s""" + OUTDATED)
    void end(long after, long upTo, LocalDate today, Instant now);

    /** Forgets what was so for a part of this day only. */
    @Modifying
    @Query("DELETE s FROM user_state s LEFT JOIN " + CURRENT + """
             ON c.id = s.user_id
            WHERE s.from_day = :today AND\s""" + OUTDATED)
    void forget(long after, long upTo, LocalDate today, Instant now);

    /** Begins what is so now. */
    @Modifying
    @Query("""
            INSERT IGNORE INTO user_state (user_id, from_day, email, name, user_groups, status, factor)
            SELECT c.id, :today, c.email, c.name, c.user_groups, c.status, c.factor
            FROM\s""" + CURRENT + """
            WHERE NOT EXISTS (SELECT 1 FROM user_state s WHERE s.user_id = c.id AND s.to_day IS NULL)
            """)
    void begin(long after, long upTo, LocalDate today, Instant now);

    /** Deletes at most so many rows that ended before that day, and returns how many. */
    @Modifying
    @Query("DELETE FROM user_state WHERE to_day < :before LIMIT :most")
    int deleteEnded(LocalDate before, int most);

    /** The users after that id as they were at the end of the day, in the order of their ids. */
    @Query("""
            SELECT user_id, email, name, user_groups, status, factor, from_day FROM user_state
            WHERE user_id > :after AND from_day <= :day AND (to_day IS NULL OR to_day >= :day)
            ORDER BY user_id LIMIT :limit
            """)
    List<UserState> page(LocalDate day, long after, int limit);
}
