package dev.latchkey.user.address.repair;

import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.group.SignInBlocker;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface StoredAddressRepository extends Repository<StoredAddress, Long>, SignInBlocker {

    String SELECT = "SELECT id, email, status, address_problem FROM users ";

    /** The next thousand of all addresses; empty behind the last. */
    @Query(SELECT + "WHERE id > :id ORDER BY id LIMIT 1000")
    List<StoredAddress> pageBehind(long id);

    @Query(SELECT + "WHERE email = :email")
    Optional<StoredAddress> find(EmailAddress email);

    @Query(SELECT + "WHERE address_problem IS NOT NULL ORDER BY email LIMIT :limit")
    List<StoredAddress> withProblems(int limit);

    /**
     * Changes the address; false if it is no longer that one.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another user has it
     */
    default boolean rewrite(StoredAddress old, EmailAddress form, @Nullable AddressProblem problem) {
        return rewrite(old.id(), old.email(), form, problem);
    }

    @Modifying
    @Query("UPDATE users SET email = :form, address_problem = :problem WHERE id = :id AND email = :old")
    boolean rewrite(long id, String old, EmailAddress form, @Nullable AddressProblem problem);

    /** Changes the mark; false if it is already set, or the address is another. */
    default boolean mark(StoredAddress address, @Nullable AddressProblem problem) {
        return mark(address.id(), address.email(), problem);
    }

    @Modifying
    @Query("""
            UPDATE users SET address_problem = :problem
            WHERE id = :id AND email = :email AND NOT (address_problem <=> :problem)
            """)
    boolean mark(long id, String email, @Nullable AddressProblem problem);

    /** An administrator whose address matches no login does not count as one who can sign in. */
    @Override
    default Set<Long> blockedAmong(Collection<Long> userIds) {
        return userIds.isEmpty() ? Set.of() : withoutUsableAddressAmong(userIds);
    }

    @Query("SELECT id FROM users WHERE id IN (:users) AND address_problem <> 'HAS_TWIN'")
    Set<Long> withoutUsableAddressAmong(Collection<Long> users);
}
