package dev.latchkey.user.lockout;

import dev.latchkey.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells users, once a day, whose address strangers have kept shut for an hour by wrong passwords, and what to do about it. It looks
 * later, on nobody's time, what has been counted: a stranger who guesses has the same done whoever it is for.
 */
@Component
public class GuessedPasswords {

    /** How long the waits for an address add up to before its owner is told. */
    static final Duration SHUT_FOR = Duration.ofHours(1);

    /** How long after one notice there is no other. */
    static final Duration BETWEEN_NOTICES = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(GuessedPasswords.class);

    private static final int RUN = 500;

    // What is counted apart from strangers has keys that are no hash of an address
    private static final String OWNERS = """
            SELECT u.id
            FROM password_attempt p JOIN users u ON p.email_hash = UNHEX(SHA2(u.email, 256))
            WHERE p.wrong_passwords >= :wrong AND p.no_password_before > :now AND u.status = 'ACTIVE'
              AND (u.password_guessed_told_at IS NULL OR u.password_guessed_told_at <= :notSince)
            ORDER BY u.password_guessed_told_at, u.id LIMIT :most
            """;

    // Of several nodes that look at once, one tells
    private static final String NOTE = """
            UPDATE users SET password_guessed_told_at = :now
            WHERE id = :user AND (password_guessed_told_at IS NULL OR password_guessed_told_at <= :notSince)
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GuessedPasswords(JdbcClient jdbc, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells everybody who is to be told now; of very many, the rest is for the next run. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    public void notifyOwners() {
        owners().forEach(this::tell);
    }

    private List<Long> owners() {
        var now = clock.instant();
        return jdbc.sql(OWNERS)
                .param("wrong", GrowingDelay.wrongInARowUntil(SHUT_FOR))
                .param("now", now)
                .param("notSince", now.minus(BETWEEN_NOTICES))
                .param("most", RUN)
                .query(Long.class)
                .list();
    }

    /** In a transaction of its own, so that a trouble with one is none of the others'. */
    private void tell(long userId) {
        try {
            transaction.executeWithoutResult(status -> {
                if (noteThatTold(userId)) {
                    outbox.tell(GuessedPasswordMail.KIND, userId, 0);
                }
            });
        } catch (DataAccessException e) {
            LOG.error("Can't tell a user that someone is guessing their password: {}", e.getClass());
        }
    }

    private boolean noteThatTold(long userId) {
        var now = clock.instant();
        return jdbc.sql(NOTE)
                        .param("user", userId)
                        .param("now", now)
                        .param("notSince", now.minus(BETWEEN_NOTICES))
                        .update()
                == 1;
    }
}
