package dev.latchkey.twofactor.coverage;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** What administrators have settled that no other table can tell. */
interface FirstHourRepository extends Repository<Enrolment, Long> {

    @Query("SELECT EXISTS (SELECT 1 FROM first_hour_step WHERE step = :step)")
    boolean contains(String step);

    @Modifying
    @Query("INSERT IGNORE INTO first_hour_step (step, settled_at) VALUES (:step, :now)")
    void add(String step, Instant now);
}
