package dev.latchkey.twofactor.code;

import dev.latchkey.twofactor.Enrolment;
import dev.latchkey.user.group.SignInBlocker;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An administrator who owes a code that they have never been able to give, or is locked, is nobody to rely on. */
@Component
class CodeSignInBlocker implements SignInBlocker {

    private static final String UNABLE = """
            SELECT u.id FROM users u JOIN account a LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.id IN (:users)
              AND (e.wrong_codes >= :ceiling
                   OR e.proven_at IS NULL AND %s)
            """.formatted(Enrolment.NEEDS_CODE);

    private final JdbcClient jdbc;

    CodeSignInBlocker(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Long> blockedAmong(Collection<Long> userIds) {
        return userIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(UNABLE)
                        .param("users", userIds)
                        .param("ceiling", CodeAttempts.CEILING)
                        .query(Long.class)
                        .list());
    }
}
