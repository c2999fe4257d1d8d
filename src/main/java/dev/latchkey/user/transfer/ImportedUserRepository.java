package dev.latchkey.user.transfer;

import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Creates users as an import brings them, and removes those who have not been here. */
interface ImportedUserRepository extends Repository<User, Long> {

    /** Returns the id of the new user; empty if there is already one with that address. */
    @Query("""
            INSERT IGNORE INTO users (email, name, password_hash, status, created_at)
            VALUES (:email, :name, :passwordHash, :status, :now)
            RETURNING id
            """)
    Optional<Long> insert(
            EmailAddress email, String name, @Nullable String passwordHash, UserStatus status, Instant now);

    /** Removes a user who has never logged in; false if they have, or are gone. */
    @Modifying
    @Query("DELETE FROM users WHERE id = :id AND last_sign_in_at IS NULL")
    boolean deleteUnused(long id);
}
