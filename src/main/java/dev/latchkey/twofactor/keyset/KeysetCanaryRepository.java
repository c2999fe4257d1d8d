package dev.latchkey.twofactor.keyset;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Stores the only {@link KeysetCanary} of this database. */
interface KeysetCanaryRepository extends Repository<KeysetCanary, Long> {

    /** Stores the canary, unless there is one. */
    @Modifying
    @Query("INSERT IGNORE INTO keyset_canary (id, ciphertext) VALUES (1, :ciphertext)")
    void keepFirst(byte[] ciphertext);

    /** The canary; empty before the first start. */
    @Query("SELECT ciphertext FROM keyset_canary")
    Optional<KeysetCanary> find();

    /**
     * Whether there are secrets, and none of them begins like one of these.
     *
     * @param prefixes in hexadecimal digits
     */
    @Query("""
            SELECT COUNT(*) > 0 AND COALESCE(SUM(HEX(key_prefix) IN (:prefixes)), 0) = 0
            FROM enrolment WHERE secret_ciphertext IS NOT NULL
            """)
    boolean areAllSecretsForeign(List<String> prefixes);

    /** The canary, locked until the transaction ends; there must be one. */
    @Query("SELECT ciphertext FROM keyset_canary FOR UPDATE")
    KeysetCanary hold();

    /** Replaces the canary. */
    @Modifying
    @Query("UPDATE keyset_canary SET ciphertext = :ciphertext WHERE id = 1")
    void replace(byte[] ciphertext);
}
