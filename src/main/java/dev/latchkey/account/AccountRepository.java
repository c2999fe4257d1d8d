package dev.latchkey.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The account's only row. Methods that read it throw an {@link org.springframework.dao.EmptyResultDataAccessException} if it does not exist yet. */
interface AccountRepository extends Repository<Account, Integer> {

    /** Empty before set-up. */
    @Query("SELECT * FROM account")
    Optional<Account> find();

    /** The account, which nobody can change until this transaction ends; any number of readers can hold it. */
    @Query("SELECT * FROM account LOCK IN SHARE MODE")
    Account held();

    /** The account, locked until this transaction ends, to be changed and passed to {@link #save}; others wait for that. */
    @Query("SELECT * FROM account FOR UPDATE")
    Account toChange();

    /** Empty before set-up. */
    @Query("SELECT company_name FROM account")
    Optional<String> companyName();

    /**
     * Writes a new account, or one that {@link #toChange} has read and the caller has changed; the enforcement is not written.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if its version is outdated
     */
    Account save(Account account);

    /**
     * Enforces two-factor authentication from then on; false if the enforcement no longer has that version, has already begun, or
     * secrets are delivered another way.
     *
     * <p>One guarded statement instead of a save: the row that it changes decides, whatever was read before, and saving another
     * part cannot undo it.
     */
    @Modifying
    @Query("""
            UPDATE account
            SET enforced_since = :start, enforcement_offset = :offset, enforcement_begun = (:start <= :now),
                enforcement_version = enforcement_version + 1
            WHERE enforcement_version = :version AND secret_delivery = :delivery
              AND (enforced_since IS NULL OR enforced_since > :now)
            """)
    boolean enforce(long version, SecretDelivery delivery, Instant start, int offset, Instant now);

    /** Ends the enforcement; false if it no longer has that version or has not begun. One statement, like {@link #enforce}. */
    @Modifying
    @Query("""
            UPDATE account
            SET enforced_since = NULL, enforcement_begun = TRUE, enforcement_version = enforcement_version + 1
            WHERE enforcement_version = :version AND enforced_since <= :now
            """)
    boolean lift(long version, Instant now);

    /** Gives a planned enforcement up; false if it no longer has that version, has begun, or is not planned. */
    @Modifying
    @Query("""
            UPDATE account
            SET enforced_since = NULL, enforcement_begun = TRUE, enforcement_version = enforcement_version + 1
            WHERE enforcement_version = :version AND enforced_since > :now
            """)
    boolean cancel(long version, Instant now);

    /** Notes that a planned enforcement has begun; of all callers, on whatever node, one gets true. */
    @Modifying
    @Query("UPDATE account SET enforcement_begun = TRUE WHERE enforced_since <= :now AND NOT enforcement_begun")
    boolean begin(Instant now);
}
