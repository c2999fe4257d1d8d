package dev.latchkey.twofactor.keyset;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Stores the only {@link KeysetCanary} of this database. */
interface KeysetCanaryRepository extends Repository<KeysetCanary, Long> {

    /** Stores the canary, unless there is one. */
    @Modifying
    @Query("INSERT IGNORE INTO keyset_canary (id, ciphertext) VALUES (1, :ciphertext)")
    void keepFirst(byte[] ciphertext);

    /** The canary, which must have been stored before. */
    @Query("SELECT ciphertext FROM keyset_canary")
    KeysetCanary find();
}
