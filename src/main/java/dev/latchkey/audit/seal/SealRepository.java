package dev.latchkey.audit.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The chain of seals, which only grows. */
public interface SealRepository extends Repository<Seal, Long> {

    /** The newest seal. */
    @Query("""
            SELECT id, first_entry_id, last_entry_id, entry_count, entries_hash,
                   CAST(sealed_at AS CHAR) AS sealed_at, key_id, code
            FROM audit_seal ORDER BY id DESC LIMIT 1
            """)
    Optional<Seal> last();

    /** The next seals in the chain. */
    @Query("""
            SELECT id, first_entry_id, last_entry_id, entry_count, entries_hash,
                   CAST(sealed_at AS CHAR) AS sealed_at, key_id, code
            FROM audit_seal WHERE id > :id ORDER BY id LIMIT :limit
            """)
    List<Seal> after(long id, int limit);

    /** The newest seal that was made before that time, unless it is the newest of all. */
    @Query("""
            SELECT id, first_entry_id, last_entry_id, entry_count, entries_hash,
                   CAST(sealed_at AS CHAR) AS sealed_at, key_id, code
            FROM audit_seal
            WHERE sealed_at < :before AND id < (SELECT MAX(id) FROM audit_seal) ORDER BY id DESC LIMIT 1
            """)
    Optional<Seal> lastBefore(Instant before);

    /** Adds a seal; throws {@link org.springframework.dao.DuplicateKeyException} if another node was first. */
    default void insert(Seal seal) {
        insert(
                seal.id(),
                seal.firstEntryId(),
                seal.lastEntryId(),
                seal.entryCount(),
                seal.entriesHash(),
                seal.sealedAt(),
                seal.keyId(),
                seal.code());
    }

    /** The statement of {@link #insert(Seal)}. */
    @Modifying
    @Query("""
            INSERT INTO audit_seal
                (id, first_entry_id, last_entry_id, entry_count, entries_hash, sealed_at, key_id, code)
            VALUES (:id, :firstEntryId, :lastEntryId, :entryCount, :entriesHash, :sealedAt, :keyId, :code)
            """)
    void insert(
            long id,
            long firstEntryId,
            long lastEntryId,
            long entryCount,
            byte[] entriesHash,
            String sealedAt,
            int keyId,
            byte[] code);
}
