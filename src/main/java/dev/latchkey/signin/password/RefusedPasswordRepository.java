package dev.latchkey.signin.password;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Counts refused passwords for unknown addresses in one row, starting with the first of a period. */
interface RefusedPasswordRepository extends Repository<RefusedPasswordRepository.Tally, Long> {

    /** Adds that many and returns the sum; concurrent calls wait for each other. */
    @Query("""
            INSERT INTO refused_passwords (id, since, nobodys) VALUES (1, :now, :one)
            ON DUPLICATE KEY UPDATE nobodys = nobodys + :one
            RETURNING nobodys
            """)
    Tally add(int one, Instant now);

    /** Ends a period that began by then, and returns its sum; empty if there is none. */
    @Query("DELETE FROM refused_passwords WHERE since <= :before RETURNING nobodys")
    Optional<Tally> end(Instant before);

    /** How many there were. */
    record Tally(long nobodys) {}
}
