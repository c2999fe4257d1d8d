package dev.latchkey.user.lockout;

import dev.latchkey.common.DatabaseOutage;
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
 * Notifies users, once a day, whose login somebody else's wrong passwords have delayed for an hour, and tells them what to do. It
 * runs later, outside any request: an attacker's request does the same work for every address.
 */
@Component
public class GuessedPasswords {

    /** The total wait for an address after which its owner is notified. */
    static final Duration SHUT_FOR = Duration.ofHours(1);

    /** The minimum time between two notices. */
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

    /** Notifies everybody who is due; if there are very many, the next run continues. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    public void notifyOwners() {
        owners().forEach(this::notifyOwner);
    }

    private List<Long> owners() {
        var now = clock.instant();
        return attempts.ownersToNotify(GrowingDelay.wrongInARowUntil(SHUT_FOR), now, now.minus(BETWEEN_NOTICES), RUN);
    }

    /** In a transaction of its own, so that a trouble with one is none of the others'. */
    private void notifyOwner(long userId) {
        try {
            transaction.executeWithoutResult(status -> {
                if (markNotified(userId)) {
                    outbox.tell(GuessedPasswordMail.KIND, userId);
                }
            });
        } catch (DataAccessException e) {
            DatabaseOutage.rethrow(e);
            LOG.error("Can't tell a user that someone is guessing their password: {}", e.getClass());
        }
    }

    private boolean markNotified(long userId) {
        var now = clock.instant();
        return attempts.markNotified(userId, now, now.minus(BETWEEN_NOTICES));
    }
}
