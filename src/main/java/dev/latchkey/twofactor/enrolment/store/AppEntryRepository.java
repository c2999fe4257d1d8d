package dev.latchkey.twofactor.enrolment.store;

import dev.latchkey.twofactor.totp.AppEntry;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Under which name the secret of an enrolment stands in its user's app. */
public interface AppEntryRepository extends Repository<Enrolment, Long> {

    /** Stores the name for the secret of that version. */
    default void store(long userId, long version, AppEntry entry) {
        store(userId, version, entry.issuer(), entry.account());
    }

    /** {@link #store(long, long, AppEntry)} in columns. */
    @Modifying
    @Query("""
            INSERT INTO app_entry (user_id, version, issuer, account_name) VALUES (:user, :version, :issuer, :account)
            ON DUPLICATE KEY UPDATE version = :version, issuer = :issuer, account_name = :account
            """)
    void store(@Param("user") long userId, long version, String issuer, String account);

    /** The name of the secret of that enrolment; empty if it is not known. */
    default Optional<AppEntry> find(Enrolment enrolment) {
        return find(enrolment.userId(), enrolment.version());
    }

    /** {@link #find(Enrolment)} by version. */
    @Query("SELECT issuer, account_name AS account FROM app_entry WHERE user_id = :user AND version = :version")
    Optional<AppEntry> find(@Param("user") long userId, long version);
}
