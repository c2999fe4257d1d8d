package dev.latchkey.user.password.reset;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.BoundedBatches;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.password.PasswordMail;
import dev.latchkey.user.password.PasswordRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the wish for a new password from whoever types an address, and looks only later, on nobody's time, whether it is a
 * user's: neither the answer nor how long it takes tells a stranger anything.
 */
@Component
@NamedInterface("api")
public class PasswordResetRequests {

    // What comes of asking: one of them, or none where somebody has asked too often
    private static final List<MailKind<?>> LINK_OR_NOT =
            List.of(PasswordMail.PASSWORD_RESET, PasswordMail.PASSWORD_RESET_HELD);

    private static final Logger LOG = LoggerFactory.getLogger(PasswordResetRequests.class);

    private static final int RUN = 500;

    private final UserRepository users;
    private final PasswordRepository passwords;
    private final PasswordResetRequestRepository requests;
    private final SingleMailboxRule mailbox;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordResetRequests(
            UserRepository users,
            PasswordRepository passwords,
            PasswordResetRequestRepository requests,
            SingleMailboxRule mailbox,
            Outbox outbox,
            AuditTrail auditTrail,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.requests = requests;
        this.mailbox = mailbox;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes it; the same row for every address. */
    @Transactional
    public void take(EmailAddress email, String clientAddress) {
        requests.insert(email, clientAddress, clock.instant());
    }

    /** Sends what there is to send for the wishes taken so far; of very many, the rest is for the next run. */
    @Scheduled(fixedDelay = 1_000)
    public void answerAll() {
        var last = new AtomicLong();
        var answered = 0;
        while (answered < RUN && answerNextTo(last)) {
            answered++;
        }
    }

    /** Forgets wishes that could not be answered for so long that a link would have expired by now. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var before = clock.instant().minus(PasswordReset.LINK_LIFE);
        BoundedBatches.repeat(most -> requests.deleteBefore(before, most));
    }

    /** In a transaction of its own, so that a trouble with one is none of those before or behind it; its turn comes again. */
    private boolean answerNextTo(AtomicLong last) {
        var before = last.get();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> takeNextTo(last)));
        } catch (DataAccessException e) {
            LOG.error("Can't handle a password reset request right now: {}", e.getClass());
            return last.get() > before;
        }
    }

    private boolean takeNextTo(AtomicLong last) {
        var request = requests.take(last.get());
        request.ifPresent(taken -> {
            last.set(taken.id());
            EmailAddress.parse(taken.email())
                    .flatMap(users::findByEmail)
                    .filter(User::isActive)
                    .ifPresent(user -> answer(user, taken));
        });
        return request.isPresent();
    }

    private void answer(User user, PasswordResetRequest request) {
        var now = clock.instant();
        passwords.lock(user.id());
        var held = mailbox.holdsPassword(user.id());
        if (outbox.isFull(LINK_OR_NOT, user.id())) {
            return;
        }
        auditTrail.recordLater(AuditAction.PASSWORD_RESET_REQUESTED, user.id(), user.email(), request.address());
        if (held) {
            outbox.enqueue(PasswordMail.PASSWORD_RESET_HELD, user.id());
            alert(user, request, now);
        } else {
            outbox.enqueue(PasswordMail.PASSWORD_RESET, user.id(), request.askedAt());
        }
    }

    /** Once, however often they ask while it is held. */
    private void alert(User user, PasswordResetRequest request, Instant now) {
        if (passwords.beginWaiting(user.id(), now, now.minus(mailbox.window()))) {
            auditTrail.recordLater(AuditAction.PASSWORD_RESET_HELD, user.id(), user.email(), request.address());
            passwords
                    .releasersOf(user.id())
                    .forEach(other ->
                            outbox.tell(PasswordMail.PASSWORD_RESET_WAITING, other, new UserReference(user.id())));
        }
    }
}
