package dev.latchkey.signin.network;

import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** A leaky bucket for each network and crowd, which is full at {@code size} and drains by as much in a minute. */
interface ClientRateLimiterRepository extends Repository<ClientRateLimiterRepository.Attempt, Long> {

    /** The current level of the bucket. */
    String DRAINED = "GREATEST(0, level - :size * GREATEST(0, TIMESTAMPDIFF(MICROSECOND, measured_at, :now)) / 60e6)";

    /** Whether there is no room for one more. */
    @Query("""
            SELECT COUNT(*) FROM sign_in_pressure WHERE network = :network AND known = :known AND\s""" + DRAINED + """
             + 1 > :size
            """)
    boolean isFull(boolean known, byte[] network, long size, Instant now);

    /** Adds one, however full the bucket is. */
    @Modifying
    @Query("""
            INSERT INTO sign_in_pressure (network, known, level, measured_at, counted_attempt)
            VALUES (:network, :known, 1, :now, 0)
            ON DUPLICATE KEY UPDATE level =\s""" + DRAINED + """
             + 1, measured_at = GREATEST(measured_at, :now)
            """)
    void add(boolean known, byte[] network, long size, Instant now);

    /**
     * Adds one if there is room.
     *
     * @param attempt a unique number of the attempt
     */
    // The order matters: later assignments see the values set by earlier ones
    @Query("""
            INSERT INTO sign_in_pressure (network, known, level, measured_at, counted_attempt)
            VALUES (:network, :known, 1, :now, :attempt)
            ON DUPLICATE KEY UPDATE
                level =\s""" + DRAINED + """
                , measured_at = GREATEST(measured_at, :now)
                , counted_attempt = IF(level + 1 <= :size, :attempt, counted_attempt)
                , level = level + (counted_attempt = :attempt)
            RETURNING counted_attempt = :attempt AS taken
            """)
    Attempt take(boolean known, byte[] network, long size, long attempt, Instant now);

    /** Deletes at most that many that were last filled before then, and returns how many. */
    @Modifying
    @Query("DELETE FROM sign_in_pressure WHERE measured_at < :before LIMIT :most")
    int deleteBefore(Instant before, int most);

    /** Whether there was room for it. */
    record Attempt(boolean taken) {}
}
