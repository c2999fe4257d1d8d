package dev.latchkey.user;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the wish for a new password from whoever types an address, and looks only later, on nobody's time, whether it is a
 * user's: neither the answer nor how long it takes tells a stranger anything.
 */
@Component
public class PasswordResetRequests {

    /** How many mails a user gets in {@link #WINDOW}, however often somebody asks. */
    static final int MAILS = 3;

    static final Duration WINDOW = Duration.ofHours(1);

    private final UserRepository users;
    private final PasswordRepository passwords;
    private final SingleMailboxRule mailbox;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordResetRequests(
            UserRepository users,
            PasswordRepository passwords,
            SingleMailboxRule mailbox,
            Outbox outbox,
            AuditTrail auditTrail,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.mailbox = mailbox;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes it; the same row for every address. */
    @Transactional
    public void take(EmailAddress email, String clientAddress) {
        passwords.insertRequest(email, clientAddress, clock.instant());
    }

    /** Sends what there is to send for the wishes taken so far. */
    @Scheduled(fixedDelay = 1_000)
    public void answerAll() {
        while (Boolean.TRUE.equals(transaction.execute(status -> answerNext()))) {
            // One transaction each, so that a trouble with one is not a trouble with those before
        }
    }

    private boolean answerNext() {
        var request = passwords.takeRequest();
        request.ifPresent(taken -> users.findByEmail(new EmailAddress(taken.email()))
                .filter(User::isActive)
                .ifPresent(user -> answer(user, taken)));
        return request.isPresent();
    }

    private void answer(User user, PasswordRepository.Request request) {
        var now = clock.instant();
        passwords.lock(user.id());
        var held = mailbox.holdsPassword(user.id());
        if (mailsSince(now.minus(WINDOW), user.id()) >= MAILS) {
            return;
        }
        auditTrail.recordLater(AuditAction.PASSWORD_RESET_REQUESTED, user.id(), user.email(), request.address());
        if (held) {
            outbox.enqueue(PasswordMail.PASSWORD_RESET_HELD.name(), user.id(), 0);
            alert(user, request, now);
        } else {
            outbox.enqueue(
                    PasswordMail.PASSWORD_RESET.name(),
                    user.id(),
                    request.askedAt().getEpochSecond());
        }
    }

    /** Once, however often they ask while it is held. */
    private void alert(User user, PasswordRepository.Request request, Instant now) {
        if (passwords.beginWaiting(user.id(), now, now.minus(mailbox.window()))) {
            auditTrail.recordLater(AuditAction.PASSWORD_RESET_HELD, user.id(), user.email(), request.address());
            passwords
                    .releasersOf(user.id())
                    .forEach(other -> outbox.enqueue(PasswordMail.PASSWORD_RESET_WAITING.name(), other, user.id()));
        }
    }

    private int mailsSince(Instant since, long userId) {
        return outbox.countSince(PasswordMail.PASSWORD_RESET.name(), userId, since)
                + outbox.countSince(PasswordMail.PASSWORD_RESET_HELD.name(), userId, since);
    }
}
