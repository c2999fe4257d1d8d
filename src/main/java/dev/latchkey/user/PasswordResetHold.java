package dev.latchkey.user;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.component.RefusedException;
import dev.latchkey.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps one mailbox from giving away both factors: for a while after a user's second factor was reset by mail, a new password
 * by mail takes an administrator's word.
 */
@Service
public class PasswordResetHold {

    /** How long after the reset of one factor the reset of the other is a matter for administrators. */
    public static final Duration WINDOW = Duration.ofHours(24);

    private final UserRepository users;
    private final PasswordRepository passwords;
    private final PasswordReplacement replacement;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    PasswordResetHold(
            UserRepository users,
            PasswordRepository passwords,
            PasswordReplacement replacement,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.replacement = replacement;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Begins it, as part of the transaction that resets the user's second factor; links that are out are void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(long userId) {
        passwords.hold(userId, clock.instant().plus(WINDOW));
        replacement.withdrawLinks(userId);
    }

    /**
     * Ends it for a user who has asked for a new password meanwhile, and sends them the link.
     *
     * @throws RefusedException where the user does not wait for that any more, or is the actor
     */
    @SteppedUpActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void end(long actorId, long userId) {
        if (actorId == userId) {
            throw new RefusedException("access.refused.own-password-reset");
        }
        var now = clock.instant();
        if (!passwords.release(userId, now)) {
            throw new RefusedException("access.refused.user-changed");
        }
        outbox.enqueue(PasswordMail.PASSWORD_RESET.name(), userId, now.getEpochSecond());
        var email = users.findById(userId).orElseThrow().email();
        auditTrail.record(AuditAction.PASSWORD_RESET_ALLOWED, actorId, userId, email);
    }
}
