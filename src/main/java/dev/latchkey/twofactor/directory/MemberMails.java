package dev.latchkey.twofactor.directory;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.mail.delivery.Deliveries;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.SteppedUpOver;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends users again what the mail server did not accept. */
@Service
@NamedInterface("api")
public class MemberMails {

    private final Deliveries deliveries;
    private final UserService users;
    private final AuditTrail auditTrail;

    MemberMails(Deliveries deliveries, UserService users, AuditTrail auditTrail) {
        this.deliveries = deliveries;
        this.users = users;
        this.auditTrail = auditTrail;
    }

    /**
     * Retries a mail to the user that was not sent. It says what is true now, and is dropped if there is nothing left to say.
     *
     * @throws RefusedException if it was sent or is tried again meanwhile
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @RetryOnConcurrencyFailure
    @Transactional
    public void retry(long actorId, long userId, long messageId) {
        if (!deliveries.retryTo(userId, messageId)) {
            throw new RefusedException("users.delivery.retried-already");
        }
        auditTrail.record(
                AuditAction.EMAIL_RETRIED,
                actorId,
                userId,
                users.find(userId).map(User::email).orElse(""),
                "1");
    }
}
