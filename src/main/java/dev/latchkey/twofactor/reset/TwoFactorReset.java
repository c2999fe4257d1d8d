package dev.latchkey.twofactor.reset;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.enrolment.store.SecretOrigin;
import dev.latchkey.twofactor.notice.SecurityNotice;
import dev.latchkey.twofactor.secret.SecretIssuer;
import dev.latchkey.twofactor.secret.SecretMail;
import dev.latchkey.twofactor.secret.SecretVersion;
import dev.latchkey.user.User;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.group.AdministratorGuard;
import dev.latchkey.user.password.reset.PasswordResetHold;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a user who has lost their authenticator app a new secret. */
@Service
@NamedInterface("api")
public class TwoFactorReset {

    private final AccountService accounts;
    private final AdministratorGuard administrators;
    private final EnrolmentRepository enrolments;
    private final SecretIssuer issuer;
    private final UserService users;
    private final PasswordResetHold passwordResetHold;
    private final SingleMailboxRule mailbox;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    TwoFactorReset(
            AccountService accounts,
            AdministratorGuard administrators,
            EnrolmentRepository enrolments,
            SecretIssuer issuer,
            UserService users,
            PasswordResetHold passwordResetHold,
            SingleMailboxRule mailbox,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.enrolments = enrolments;
        this.issuer = issuer;
        this.users = users;
        this.passwordResetHold = passwordResetHold;
        this.mailbox = mailbox;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** How users who are reset get their new secret. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public SecretDelivery delivery() {
        return accounts.current().secretDelivery();
    }

    /**
     * Voids the user's secret at once, ends their sessions and mails them a new one; if secrets are shown only on screen, the mail
     * only says that they will see one. For some time, a new password by mail needs an administrator's approval. This reset is an
     * approval of the secret: it is accepted even if the password was recently chosen by mail.
     *
     * @param seen the delivery that the actor saw
     * @return until when the email about it waits, if the user has had too many of them within an hour; empty if it is sent at once
     * @throws RefusedException if the delivery has changed, the user's sign-in needs no code, no administrator who can sign in would
     *     remain, or the actor gave the user an address whose mailbox is held
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public Optional<Instant> reset(long actorId, long userId, SecretDelivery seen) {
        var account = accounts.held();
        if (account.secretDelivery() != seen) {
            throw new RefusedException("reset.refused.delivery-changed");
        }
        administrators.requireAnotherThan(userId);
        var user = users.find(userId)
                .filter(User::isActive)
                .orElseThrow(() -> new RefusedException("access.refused.user-changed"));
        if (!enrolments.find(userId).needsCode(account, clock.instant())) {
            throw new RefusedException("reset.refused.no-code-needed");
        }
        mailbox.requireSecretFrom(actorId, userId);
        enrolments.voidSecret(userId);
        var enrolment = enrolments.find(userId);
        if (account.mailsSecrets()) {
            enrolment = issuer.issue(enrolment, SecretOrigin.AFTER_RESET)
                    .orElseThrow(() -> new RefusedException("access.refused.user-changed"));
        }
        users.endSessions(userId);
        passwordResetHold.begin(actorId, userId);
        outbox.tell(SecurityNotice.TWO_FACTOR_RESET, userId, new UserReference(actorId));
        SecretMail.KINDS.forEach(kind -> outbox.withdraw(kind, userId));
        var mailWaitsUntil = outbox.replace(SecretMail.SECRET_RESET, userId, SecretVersion.of(enrolment));
        auditTrail.record(AuditAction.TWO_FACTOR_RESET, actorId, userId, user.email(), seen.name());
        return mailWaitsUntil;
    }
}
