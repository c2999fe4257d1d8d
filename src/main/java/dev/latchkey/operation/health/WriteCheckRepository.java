package dev.latchkey.operation.health;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** What a node asks the database about the database. */
interface WriteCheckRepository extends Repository<WriteCheckRepository.WriteCheck, Long> {

    /** A real write; to be rolled back, so that the table stays empty. */
    @Modifying
    @Query("INSERT INTO write_check () VALUES ()")
    void insert();

    /** The database's time in microseconds since 1970, whatever the time zones of the connection and of this process. */
    @Query("SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)")
    long microsecondsOfDatabase();

    /** A row that never stays. */
    record WriteCheck(
            @org.springframework.data.annotation.Id long id) {}
}
