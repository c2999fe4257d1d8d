package dev.latchkey.audit.seal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain of seals, which only grows. */
@Repository
class SealRepository {

    private static final String SELECT = "SELECT id, first_entry_id, last_entry_id, entry_count, entries_hash,"
            + " CAST(sealed_at AS CHAR) AS sealed_at, key_id, code FROM audit_seal ";

    private static final String INSERT = """
            INSERT INTO audit_seal
                (id, first_entry_id, last_entry_id, entry_count, entries_hash, sealed_at, key_id, code)
            VALUES (:id, :firstEntryId, :lastEntryId, :entryCount, :entriesHash, :sealedAt, :keyId, :code)
            """;

    private final JdbcClient jdbc;

    SealRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest seal. */
    Optional<Seal> last() {
        return jdbc.sql(SELECT + "ORDER BY id DESC LIMIT 1").query(Seal.class).optional();
    }

    /** The seals that follow in the chain. */
    List<Seal> after(long id, int limit) {
        return jdbc.sql(SELECT + "WHERE id > :id ORDER BY id LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query(Seal.class)
                .list();
    }

    /** Adds a seal; throws {@link org.springframework.dao.DuplicateKeyException} where another node was first. */
    void insert(Seal seal) {
        jdbc.sql(INSERT).paramSource(seal).update();
    }
}
