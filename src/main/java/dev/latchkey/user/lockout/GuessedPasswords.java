package dev.latchkey.user.lockout;

import dev.latchkey.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
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

    private final PasswordAttemptRepository attempts;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GuessedPasswords(PasswordAttemptRepository attempts, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.attempts = attempts;
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
        return attempts.ownersToTell(GrowingDelay.wrongInARowUntil(SHUT_FOR), now, now.minus(BETWEEN_NOTICES), RUN);
    }

    /** In a transaction of its own, so that a trouble with one is none of the others'. */
    private void tell(long userId) {
        try {
            transaction.executeWithoutResult(status -> {
                if (noteThatTold(userId)) {
                    outbox.tell(GuessedPasswordMail.KIND, userId);
                }
            });
        } catch (DataAccessException e) {
            LOG.error("Can't tell a user that someone is guessing their password: {}", e.getClass());
        }
    }

    private boolean noteThatTold(long userId) {
        var now = clock.instant();
        return attempts.noteThatTold(userId, now, now.minus(BETWEEN_NOTICES));
    }
}
