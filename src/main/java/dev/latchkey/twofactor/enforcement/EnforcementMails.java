package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.delivery.Deliveries;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.mail.delivery.DeliveryProgress;
import dev.latchkey.twofactor.secret.EnforcementVersion;
import dev.latchkey.twofactor.secret.SecretMail;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.PermittedTo;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails of the current enforcement or of its announcement, for administrators to follow their delivery. */
@Service
@NamedInterface("api")
public class EnforcementMails {

    private final Deliveries deliveries;
    private final AccountService accounts;
    private final UserService users;
    private final AuditTrail auditTrail;
    private final Clock clock;

    EnforcementMails(
            Deliveries deliveries, AccountService accounts, UserService users, AuditTrail auditTrail, Clock clock) {
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.users = users;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Their progress. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public DeliveryProgress progress() {
        return deliveries.progressOf(kind(), version());
    }

    /** The mails that the mail server has refused, permanently or for now, with their addresses. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public List<RefusedMail> refused(int offset, int limit) {
        return deliveries.troublesOf(kind(), version(), offset, limit).stream()
                .map(this::refused)
                .toList();
    }

    /** How many {@link #refused} there are in all. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public int countRefused() {
        return deliveries.countTroublesOf(kind(), version());
    }

    /** Records that somebody exports {@link #refused}. */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void recordExport(long actorId) {
        auditTrail.record(AuditAction.REFUSED_MAILS_EXPORTED, actorId, null, "", String.valueOf(countRefused()));
    }

    /**
     * Retries mails that were permanently refused.
     *
     * @param messageId a single message; empty for all of them
     */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void retry(long actorId, OptionalLong messageId) {
        var retried = deliveries.retry(kind(), version(), messageId);
        auditTrail.record(AuditAction.EMAIL_RETRIED, actorId, null, "", String.valueOf(retried));
    }

    private RefusedMail refused(Delivery delivery) {
        return new RefusedMail(
                delivery, users.find(delivery.recipientId()).map(User::email).orElse(""));
    }

    /** Until a planned start, those that announce it. */
    private MailKind<EnforcementVersion> kind() {
        return accounts.current().isTwoFactorPlannedAt(clock.instant())
                ? EnforcementAnnouncement.KIND
                : SecretMail.SECRET_ENFORCED;
    }

    private EnforcementVersion version() {
        return new EnforcementVersion(accounts.current().enforcementVersion());
    }
}
