package dev.latchkey.user.identity;

import dev.latchkey.user.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Changes of addresses: at most one of a user is waiting, and one that was made stays, because it says who gave the address. */
interface AddressChangeRepository extends Repository<AddressChange, Long> {

    String SELECT = """
            SELECT id, user_id, actor_id, old_email, new_email, requested_at, changed_at, user_epoch,
                   actor_epoch
            FROM address_change
            """;

    @Query(SELECT + "WHERE id = :id")
    Optional<AddressChange> findById(long id);

    /** The change that waits for its link. */
    @Query(SELECT + "WHERE user_id = :user AND changed_at IS NULL AND requested_at > :since ORDER BY id DESC LIMIT 1")
    Optional<AddressChange> waitingSince(long user, Instant since);

    /** The latest change that was made after that time. */
    @Query(SELECT + "WHERE user_id = :user AND changed_at > :since ORDER BY id DESC LIMIT 1")
    Optional<AddressChange> madeSince(long user, Instant since);

    /** Locks the user, so that concurrent changes of the same user wait for each other; empty if the user is gone. */
    @Query("SELECT id FROM users WHERE id = :user FOR UPDATE")
    Optional<Long> lock(long user);

    /** Returns the id of the new change, which has the session epochs of now. */
    @Query("""
            INSERT INTO address_change (user_id, actor_id, old_email, new_email, requested_at, user_epoch, actor_epoch)
            VALUES (:user, :actor, :before, :after, :now,
                    (SELECT session_epoch FROM users WHERE id = :user),
                    (SELECT session_epoch FROM users WHERE id = :actor))
            RETURNING id
            """)
    long insert(long user, long actor, String before, String after, Instant now);

    @Modifying
    @Query("DELETE FROM address_change WHERE user_id = :user AND changed_at IS NULL")
    void deleteWaiting(long user);

    @Modifying
    @Query("DELETE FROM address_change WHERE id = :id")
    void delete(long id);

    @Modifying
    @Query("UPDATE address_change SET changed_at = :now WHERE id = :id")
    void setChanged(long id, Instant now);

    /** Replaces the address, whose problems it takes along; false if the user no longer has that address. */
    @Modifying
    @Query("UPDATE users SET email = :after, address_problem = NULL WHERE id = :user AND email = :before")
    boolean setEmail(long user, EmailAddress before, EmailAddress after);
}
