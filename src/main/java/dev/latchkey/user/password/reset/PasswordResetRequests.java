package dev.latchkey.user.password.reset;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.BoundedBatches;
import dev.latchkey.common.DatabaseOutage;
import dev.latchkey.common.client.Client;
import dev.latchkey.common.client.Device;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.mail.MailOccasion;
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
 * Accepts a request for a new password for any typed address, and checks only later, outside the request, whether it is a user's:
 * neither the answer nor its timing reveals anything.
 */
@Component
@NamedInterface("api")
public class PasswordResetRequests {

    // The possible results of a request: one of them, or none if there were too many requests
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

    /** Accepts the request; the same row for every address. */
    @Transactional
    public void take(EmailAddress email, String clientAddress) {
        requests.insert(email, clientAddress, clock.instant());
    }

    /** Sends what there is to send for the requests taken so far; of very many, the rest is for the next run. */
    @Scheduled(fixedDelay = 1_000)
    public void answerAll() {
        var last = new AtomicLong();
        var answered = 0;
        while (answered < RUN && answerNextTo(last)) {
            answered++;
        }
    }

    /** Forgets requests that could not be answered for so long that a link would have expired by now. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var before = clock.instant().minus(PasswordReset.LINK_LIFE);
        BoundedBatches.repeat(most -> requests.deleteBefore(before, most));
    }

    /** In its own transaction, so that a failure of one does not affect the others; it is tried again. */
    private boolean answerNextTo(AtomicLong last) {
        var before = last.get();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> takeNextTo(last)));
        } catch (DataAccessException e) {
            DatabaseOutage.rethrow(e);
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
            outbox.enqueue(PasswordMail.PASSWORD_RESET_HELD, user.id(), Nothing.NOTHING, occasionOf(request));
            alert(user, request, now);
        } else {
            outbox.enqueue(PasswordMail.PASSWORD_RESET, user.id(), request.askedAt(), occasionOf(request));
        }
    }

    private static MailOccasion occasionOf(PasswordResetRequest request) {
        return new MailOccasion(request.askedAt(), new Client(request.address(), new Device("", "")));
    }

    /** Once, however often they ask during the hold. */
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
