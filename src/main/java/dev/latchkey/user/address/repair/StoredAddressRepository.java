package dev.latchkey.user.address.repair;

import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.group.SignInBlocker;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredAddressRepository implements SignInBlocker {

    private static final int PAGE = 1_000;

    private static final String SELECT = "SELECT id, email, status, address_problem FROM users ";

    private final JdbcClient jdbc;

    StoredAddressRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next of all addresses; empty behind the last. */
    List<StoredAddress> pageBehind(long id) {
        return jdbc.sql(SELECT + "WHERE id > :id ORDER BY id LIMIT :page")
                .param("id", id)
                .param("page", PAGE)
                .query(StoredAddress.class)
                .list();
    }

    Optional<StoredAddress> find(EmailAddress email) {
        return jdbc.sql(SELECT + "WHERE email = :email")
                .param("email", email.value())
                .query(StoredAddress.class)
                .optional();
    }

    List<StoredAddress> withProblems(int limit) {
        return jdbc.sql(SELECT + "WHERE address_problem IS NOT NULL ORDER BY email LIMIT :limit")
                .param("limit", limit)
                .query(StoredAddress.class)
                .list();
    }

    /**
     * Changes the text; false where it is not that any more.
     *
     * @throws org.springframework.dao.DuplicateKeyException where another has it meanwhile
     */
    boolean rewrite(StoredAddress old, EmailAddress form, @Nullable AddressProblem problem) {
        return jdbc.sql("UPDATE users SET email = :form, address_problem = :problem WHERE id = :id AND email = :old")
                        .param("id", old.id())
                        .param("old", old.email())
                        .param("form", form.value())
                        .param("problem", problem == null ? null : problem.name())
                        .update()
                == 1;
    }

    /** Changes the mark; false where it is that already, or the address another. */
    boolean mark(StoredAddress address, @Nullable AddressProblem problem) {
        return jdbc.sql("""
                        UPDATE users SET address_problem = :problem
                        WHERE id = :id AND email = :email AND NOT (address_problem <=> :problem)
                        """)
                        .param("id", address.id())
                        .param("email", address.email())
                        .param("problem", problem == null ? null : problem.name())
                        .update()
                == 1;
    }

    /** An administrator whose address is nobody's is nobody to rely on. */
    @Override
    public Set<Long> blockedAmong(Collection<Long> userIds) {
        return userIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("SELECT id FROM users WHERE id IN (:users) AND address_problem <> 'HAS_TWIN'")
                        .param("users", userIds)
                        .query(Long.class)
                        .list());
    }
}
