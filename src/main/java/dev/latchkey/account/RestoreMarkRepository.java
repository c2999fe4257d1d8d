package dev.latchkey.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The mark of a restored backup, in the account's row. */
interface RestoreMarkRepository extends Repository<Account, Integer> {

    @Query("SELECT restored_from FROM account WHERE restored_from IS NOT NULL")
    Optional<Instant> find();

    @Modifying
    @Query("UPDATE account SET restored_from = NULL")
    void clear();
}
