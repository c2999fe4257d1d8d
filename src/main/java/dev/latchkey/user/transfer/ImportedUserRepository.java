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

    /** Whether the user may do something and can log in. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM users u
                           JOIN user_group_member m ON m.user_id = u.id
                           JOIN user_group_permission p ON p.user_group = m.user_group
                           WHERE u.id = :id AND u.status = 'ACTIVE' AND p.permission = :permission)
            """)
    boolean isActiveWith(long id, String permission);
}
