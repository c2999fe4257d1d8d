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
import java.util.Optional;
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
    private final EnforcementRepository enforcements;
    private final UserService users;
    private final AuditTrail auditTrail;
    private final Clock clock;

    EnforcementMails(
            Deliveries deliveries,
            AccountService accounts,
            EnforcementRepository enforcements,
            UserService users,
            AuditTrail auditTrail,
            Clock clock) {
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.enforcements = enforcements;
        this.users = users;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Their progress. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public DeliveryProgress progress() {
        return kind().map(kind -> deliveries.progressOf(kind, version())).orElse(new DeliveryProgress(0, 0, 0));
    }

    /** The mails that the mail server has refused, permanently or for now, with their addresses. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public List<RefusedMail> refused(int offset, int limit) {
        return kind().stream()
                .flatMap(kind -> deliveries.troublesOf(kind, version(), offset, limit).stream())
                .map(this::refused)
                .toList();
    }

    /** How many {@link #refused} there are in all. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public int countRefused() {
        return kind().map(kind -> deliveries.countTroublesOf(kind, version())).orElse(0);
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
        var retried =
                kind().map(kind -> deliveries.retry(kind, version(), messageId)).orElse(0);
        auditTrail.record(AuditAction.EMAIL_RETRIED, actorId, null, "", String.valueOf(retried));
    }

    private RefusedMail refused(Delivery delivery) {
        return new RefusedMail(
                delivery, users.find(delivery.recipientId()).map(User::email).orElse(""));
    }

    /** Until a planned start, those that announce it; empty if nothing is enforced or planned. */
    private Optional<MailKind<EnforcementVersion>> kind() {
        var now = clock.instant();
        if (accounts.current().isTwoFactorPlannedAt(now)) {
            return Optional.of(EnforcementAnnouncement.KIND);
        }
        if (enforcements.isOnForAnybody(now)) {
            return Optional.of(SecretMail.SECRET_ENFORCED);
        }
        return enforcements.isDecidedForGroups() ? Optional.of(EnforcementAnnouncement.KIND) : Optional.empty();
    }

    private EnforcementVersion version() {
        return new EnforcementVersion(accounts.current().enforcementVersion());
    }
}
