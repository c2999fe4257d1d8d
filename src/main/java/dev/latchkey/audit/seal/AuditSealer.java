package dev.latchkey.audit.seal;

import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the next seal on entries that nothing can slip in between any more. */
@Component
class AuditSealer {

    /** The most entries under one seal, so that what has been tampered with is found to that many. */
    static final int BATCH = 500;

    // The clock that entries are recorded by
    private static final String NOW = "SELECT CAST(UTC_TIMESTAMP(6) AS CHAR)";

    private static final String NEXT_ENTRIES = """
            SELECT id, recorded_at > UTC_TIMESTAMP(6) - INTERVAL :grace SECOND AS young
            FROM audit_entry WHERE id > :after ORDER BY id LIMIT :limit
            """;

    // Meets the lock of an entry that is not committed yet and whose id lies in between: the seal waits for it
    private static final String ENTRIES = "SELECT " + EntriesHash.COLUMNS
            + " FROM audit_entry WHERE id > :after AND id <= :last ORDER BY id LOCK IN SHARE MODE NOWAIT";

    private final JdbcClient jdbc;
    private final SealRepository seals;
    private final SealKeys keys;

    AuditSealer(JdbcClient jdbc, SealRepository seals, SealKeys keys) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.keys = keys;
    }

    /**
     * Seals the next entries, as far as they are older than that by the clock of the database.
     *
     * @return how many; 0 where nothing is old enough
     * @throws org.springframework.dao.DataAccessException where another node was first, or an older entry is not committed
     */
    @Transactional
    public long sealNext(Duration grace) {
        var previous = seals.last().orElse(Seal.BEFORE_THE_FIRST);
        var last = lastOldEnough(previous.lastEntryId(), grace);
        if (last.isEmpty()) {
            return 0;
        }
        var entries = new EntriesHash();
        jdbc.sql(ENTRIES)
                .param("after", previous.lastEntryId())
                .param("last", last.getAsLong())
                .query((RowCallbackHandler) entries::add);
        var now = jdbc.sql(NOW).query(String.class).single();
        seals.insert(Seal.after(previous, last.getAsLong(), entries, now, keys));
        return entries.count();
    }

    private OptionalLong lastOldEnough(long after, Duration grace) {
        return jdbc
                .sql(NEXT_ENTRIES)
                .param("after", after)
                .param("grace", grace.toSeconds())
                .param("limit", BATCH)
                .query(Candidate.class)
                .list()
                .stream()
                .takeWhile(candidate -> !candidate.young())
                .mapToLong(Candidate::id)
                .max();
    }

    private record Candidate(long id, boolean young) {}
}
