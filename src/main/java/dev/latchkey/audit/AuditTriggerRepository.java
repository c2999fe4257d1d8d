package dev.latchkey.audit;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The statements that {@link AuditTriggers} tries, in a transaction that is rolled back. */
interface AuditTriggerRepository extends Repository<AuditEntry, Long> {

    /** Adds an entry with an unused id and a time long ago. */
    @Modifying
    @Query("""
            INSERT INTO audit_entry (id, occurred_at, recorded_at, action)
            VALUES (-1, '2000-01-01', '2000-01-01', 'SIGNED_OUT')
            """)
    void insertEntry();

    /** Whether that entry still has its time. */
    @Query("SELECT LEAST(occurred_at, recorded_at) < '2001-01-01' FROM audit_entry WHERE id = -1")
    boolean isDatedBack();

    /** Adds a seal with an unused id. */
    @Modifying
    @Query("""
            INSERT INTO audit_seal (id, first_entry_id, last_entry_id, entry_count, entries_hash, sealed_at, key_id, code)
            VALUES (-1, 0, 0, 0, REPEAT('x', 32), '2000-01-01', 0, REPEAT('x', 32))
            """)
    void insertSeal();

    @Modifying
    @Query("UPDATE audit_entry SET detail = 'x' WHERE id = -1")
    void updateEntry();

    @Modifying
    @Query("DELETE FROM audit_entry WHERE id = -1")
    void deleteEntry();

    @Modifying
    @Query("UPDATE audit_seal SET key_id = 1 WHERE id = -1")
    void updateSeal();

    @Modifying
    @Query("DELETE FROM audit_seal WHERE id = -1")
    void deleteSeal();
}
