package dev.latchkey.audit.seal;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Where the trail begins, and the removal of what was before. */
public interface PruneMarkRepository extends Repository<PruneMark, Long> {

    /** All marks; none if nothing was pruned. */
    @Query("""
            SELECT id, last_seal_id, last_entry_id, last_code, CAST(pruned_at AS CHAR) AS pruned_at, key_id, code
            FROM audit_pruned
            """)
    List<PruneMark> all();

    /** Adds a mark. */
    default void insert(PruneMark mark) {
        insert(
                mark.id(),
                mark.lastSealId(),
                mark.lastEntryId(),
                mark.lastCode(),
                mark.prunedAt(),
                mark.keyId(),
                mark.code());
    }

    /** The statement of {@link #insert(PruneMark)}. */
    @Modifying
    @Query("""
            INSERT INTO audit_pruned (id, last_seal_id, last_entry_id, last_code, pruned_at, key_id, code)
            VALUES (:id, :lastSealId, :lastEntryId, :lastCode, :prunedAt, :keyId, :code)
            """)
    void insert(long id, long lastSealId, long lastEntryId, byte[] lastCode, String prunedAt, int keyId, byte[] code);

    /** Deletes at most that many entries up to that id, and returns how many; triggers allow it to the owner of the tables alone. */
    @Modifying
    @Query("DELETE FROM audit_entry WHERE id BETWEEN 1 AND :last ORDER BY id LIMIT :most")
    int deleteEntries(long last, int most);

    /** Deletes at most that many seals up to that one; like {@link #deleteEntries}. */
    @Modifying
    @Query("DELETE FROM audit_seal WHERE id BETWEEN 1 AND :last ORDER BY id LIMIT :most")
    int deleteSeals(long last, int most);
}
