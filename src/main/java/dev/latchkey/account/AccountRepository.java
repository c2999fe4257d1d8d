package dev.latchkey.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The one row of the account. Where one is read that is not there yet, that is an {@link org.springframework.dao.EmptyResultDataAccessException}. */
interface AccountRepository extends Repository<Account, Integer> {

    /** Empty before the set-up. */
    @Query("SELECT * FROM account")
    Optional<Account> find();

    /** The account as it is going to stand until this transaction ends, for any number of readers. */
    @Query("SELECT * FROM account LOCK IN SHARE MODE")
    Account held();

    /** The account as it stands until this transaction ends, which is about to {@link #save} it: the next one waits for that. */
    @Query("SELECT * FROM account FOR UPDATE")
    Account toChange();

    /** Empty before the set-up. */
    @Query("SELECT company_name FROM account")
    Optional<String> companyName();

    /**
     * Writes a new account, or one that has been read by {@link #toChange} and changed; the enforcement stays as it stands.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException where it is not of its version any more
     */
    Account save(Account account);

    /**
     * Enforces two-factor authentication; false where the enforcement is not of that version any more, or on already, or secrets
     * travel another way.
     *
     * <p>One guarded statement and no save: what is decided here is decided by the very row that it changes, whatever was read
     * before, and no save of another part can take it back.
     */
    @Modifying
    @Query("""
            UPDATE account SET enforced_since = :now, enforcement_version = enforcement_version + 1
            WHERE enforcement_version = :version AND enforced_since IS NULL AND secret_delivery = :delivery
            """)
    boolean enforce(long version, SecretDelivery delivery, Instant now);

    /** Ends the enforcement; false where it is not of that version any more, or off already. One statement, as {@link #enforce}. */
    @Modifying
    @Query("""
            UPDATE account SET enforced_since = NULL, enforcement_version = enforcement_version + 1
            WHERE enforcement_version = :version AND enforced_since IS NOT NULL
            """)
    boolean lift(long version);
}
