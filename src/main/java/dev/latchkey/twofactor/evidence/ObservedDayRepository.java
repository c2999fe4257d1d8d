package dev.latchkey.twofactor.evidence;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The days on which users were observed, with their figures. */
interface ObservedDayRepository extends Repository<Enrolment, Long> {

    /**
     * Claims the next observation of the day, which one node at a time gets.
     *
     * @param dueSince there is none for the caller if the latest one began after that
     */
    default boolean claim(LocalDate day, Instant dueSince, Instant now) {
        return insert(day, now) || beginAnother(day, dueSince, now);
    }

    @Modifying
    @Query("INSERT IGNORE INTO user_state_day (day, begun_at) VALUES (:day, :now)")
    boolean insert(LocalDate day, Instant now);

    @Modifying
    @Query("UPDATE user_state_day SET begun_at = :now WHERE day = :day AND begun_at < :dueSince")
    boolean beginAnother(LocalDate day, Instant dueSince, Instant now);

    /** Completes it with the figures of what is so now. */
    @Modifying
    @Query("""
            UPDATE user_state_day d JOIN (
                SELECT COUNT(*) AS active, COALESCE(SUM(s.factor = 'ON'), 0) AS protected_users,
                       COALESCE(SUM(s.factor <> 'ON'), 0) AS not_set_up, COALESCE(SUM(s.factor = 'EXPIRED'), 0) AS expired
                FROM user_state s WHERE s.to_day IS NULL AND s.status = 'ACTIVE') f
            SET d.observed_at = :now, d.active = f.active, d.protected_users = f.protected_users,
                d.not_set_up = f.not_set_up, d.expired = f.expired
            WHERE d.day = :day
            """)
    void complete(LocalDate day, Instant now);

    @Modifying
    @Query("DELETE FROM user_state_day WHERE day < :before LIMIT :most")
    int delete(LocalDate before, int most);

    /** The days since then, in order. */
    @Query("""
            SELECT day, observed_at, active, protected_users, not_set_up, expired FROM user_state_day
            WHERE day >= :since AND observed_at IS NOT NULL ORDER BY day
            """)
    List<ObservedDay> since(LocalDate since);

    /** The latest day that is not after that one. */
    @Query("""
            SELECT day, observed_at, active, protected_users, not_set_up, expired FROM user_state_day
            WHERE day <= :day AND observed_at IS NOT NULL ORDER BY day DESC LIMIT 1
            """)
    Optional<ObservedDay> latest(LocalDate day);

    /** The first one. */
    @Query("SELECT MIN(day) FROM user_state_day WHERE observed_at IS NOT NULL HAVING MIN(day) IS NOT NULL")
    Optional<LocalDate> first();
}
