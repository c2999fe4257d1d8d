package dev.latchkey.user.password.reset;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.client.Client;
import dev.latchkey.mail.MailOccasion;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.password.PasswordMail;
import dev.latchkey.user.password.PasswordReplacement;
import dev.latchkey.user.password.PasswordRepository;
import java.time.Clock;
import java.time.Duration;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts, ends and announces the holds of {@link SingleMailboxRule}. */
@Service
@NamedInterface("api")
public class PasswordResetHold {

    /** How long, at least, after the reset of one factor the reset of the other needs an administrator; and how long their approval lasts. */
    public static final Duration WINDOW = Duration.ofHours(24);

    private final UserRepository users;
    private final PasswordRepository passwords;
    private final PasswordReplacement replacement;
    private final SingleMailboxRule mailbox;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    PasswordResetHold(
            UserRepository users,
            PasswordRepository passwords,
            PasswordReplacement replacement,
            SingleMailboxRule mailbox,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.replacement = replacement;
        this.mailbox = mailbox;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Starts the hold, as part of the transaction that resets the user's second factor; pending links are void.
     *
     * @param actorId who resets it, and therefore cannot approve the release
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(long actorId, long userId) {
        var now = clock.instant();
        passwords.hold(userId, now, now.plus(mailbox.window()), actorId);
        replacement.withdrawLinks(userId);
    }

    /**
     * Starts the hold, as part of the transaction that gives the user another address: no new password and no secret by mail for
     * {@link #WINDOW}.
     *
     * @param actorId who asked for the change, and therefore cannot approve the release
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginForNewAddress(long actorId, long userId) {
        var now = clock.instant();
        passwords.hold(userId, now, now.plus(WINDOW), actorId);
        passwords.holdSecret(userId, now.plus(WINDOW));
    }

    /** Voids what is in a mailbox that is no longer the user's, or on its way there: links and a secret without its first code. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void voidMailed(long userId) {
        replacement.withdrawLinks(userId);
        mailbox.discardSecret(userId);
    }

    /**
     * Allows a user who has asked for a new password to choose one, and sends them the link. A secret waiting in the same mailbox
     * is accepted after that.
     *
     * @throws RefusedException if the user no longer waits for that, is the actor, or has their second factor or address from the
     *     actor: a single administrator cannot give both factors away
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void end(long actorId, long userId) {
        if (actorId == userId) {
            throw new RefusedException("access.refused.own-password-reset");
        }
        var now = clock.instant();
        if (!mailbox.holdsPassword(userId) || !passwords.release(userId, actorId, now, now.plus(WINDOW))) {
            mailbox.requireVouchable(actorId, userId);
            throw new RefusedException(
                    passwords.isHeldBy(userId, actorId, now)
                            ? "access.refused.own-two-factor-reset"
                            : "access.refused.user-changed");
        }
        // Not from the address of whoever approves it: the mail says who may have asked
        outbox.enqueue(PasswordMail.PASSWORD_RESET, userId, now, new MailOccasion(now, Client.NONE));
        var email = users.findById(userId).orElseThrow().email();
        auditTrail.record(AuditAction.PASSWORD_RESET_ALLOWED, actorId, userId, email);
    }

    /** Notifies a user who needs a secret by mail, and the administrators, that it is held; once, as part of their login. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notifyOfWaitingSecret(long userId) {
        if (!passwords.beginWaitingForSecret(userId, clock.instant())) {
            return;
        }
        var email = users.findById(userId).orElseThrow().email();
        auditTrail.record(AuditAction.SECRET_HELD, userId, userId, email);
        outbox.enqueue(PasswordMail.SECRET_HELD, userId);
        passwords
                .releasersOf(userId)
                .forEach(manager -> outbox.enqueue(PasswordMail.SECRET_WAITING, manager, new UserReference(userId)));
    }
}
