package dev.latchkey.audit.seal;

import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries, for sealing and verifying. Not an interface: they are read row by row, because there may be millions. */
@Repository
public class SealedEntryRepository {

    // Blocked by the lock of an uncommitted entry with an id in between: the seal waits for it
    private static final String TO_SEAL = "SELECT " + EntriesHash.COLUMNS + """
             FROM audit_entry WHERE id > :after AND id <= :last ORDER BY id LOCK IN SHARE MODE NOWAIT
            """;

    private static final String SEALED = "SELECT " + EntriesHash.COLUMNS + """
             FROM audit_entry WHERE id BETWEEN :first AND :last ORDER BY id
            """;

    private static final String CANDIDATES = """
            SELECT id, recorded_at > UTC_TIMESTAMP(6) - INTERVAL :grace SECOND AS young
            FROM audit_entry WHERE id > :after ORDER BY id LIMIT :limit
            """;

    private static final String COUNT = "SELECT COUNT(*) FROM audit_entry WHERE id > :after AND id <= :last";

    private static final String UNSEALED = """
            SELECT COUNT(*) AS entries,
                   COALESCE(MIN(recorded_at) < UTC_TIMESTAMP(6) - INTERVAL 10 MINUTE, FALSE) AS overdue
            FROM audit_entry WHERE id > :last
            """;

    // The clock that records entries
    private static final String NOW = "SELECT CAST(UTC_TIMESTAMP(6) AS CHAR)";

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;

    SealedEntryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the sealed columns of the entries after the first id up to the second; fails if one in between is locked. */
    void readToSeal(long after, long last, RowCallbackHandler reader) {
        jdbc.sql(TO_SEAL).param("after", after).param("last", last).query(reader);
    }

    /** Reads the sealed columns of the entries from the first id to the second, in bounded memory. */
    public void read(long first, long last, RowCallbackHandler reader) {
        jdbc.sql(SEALED)
                .param("first", first)
                .param("last", last)
                .withFetchSize(FETCH)
                .query(reader);
    }

    /**
     * The next entries.
     *
     * @param graceSeconds the age, by the database's clock, up to which an entry counts as young
     */
    List<Candidate> candidates(long after, long graceSeconds, int limit) {
        return jdbc.sql(CANDIDATES)
                .param("after", after)
                .param("grace", graceSeconds)
                .param("limit", limit)
                .query(Candidate.class)
                .list();
    }

    /** How many there are after the first id up to the second. */
    public long count(long after, long last) {
        return jdbc.sql(COUNT)
                .param("after", after)
                .param("last", last)
                .query(Long.class)
                .single();
    }

    Unsealed unsealedAfter(long last) {
        return jdbc.sql(UNSEALED).param("last", last).query(Unsealed.class).single();
    }

    /** The database's time, as it formats it, in UTC. */
    public String now() {
        return jdbc.sql(NOW).query(String.class).single();
    }

    /** An entry to seal, unless it is young. */
    record Candidate(long id, boolean young) {}

    /** How many entries are not sealed yet, and whether one of them should have been long ago. */
    record Unsealed(long entries, boolean overdue) {}
}
