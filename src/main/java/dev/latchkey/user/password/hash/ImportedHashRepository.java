package dev.latchkey.user.password.hash;

import dev.latchkey.user.User;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Reads whether there are imported hashes. */
interface ImportedHashRepository extends Repository<User, Long> {

    // Only the index is read
    @Query("SELECT EXISTS (SELECT 1 FROM users WHERE password_hash LIKE '{imported}%')")
    boolean exist();
}
