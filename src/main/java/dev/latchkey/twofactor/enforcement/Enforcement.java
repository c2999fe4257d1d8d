package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.delivery.Deliveries;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.secret.EnforcementVersion;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpActor;
import java.time.Clock;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account's rule that everyone needs a code: reading it, turning it on and off. */
@Service
@NamedInterface("api")
public class Enforcement {

    private static final long NOBODY = 0;

    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final EnforcementRepository enforcements;
    private final EnforcementLift lift;
    private final Deliveries deliveries;
    private final UserService users;
    private final EnforcementMailing mailing;
    private final AuditTrail auditTrail;
    private final Clock clock;

    Enforcement(
            AccountService accounts,
            EnrolmentRepository enrolments,
            EnforcementRepository enforcements,
            EnforcementLift lift,
            Deliveries deliveries,
            UserService users,
            EnforcementMailing mailing,
            AuditTrail auditTrail,
            Clock clock) {
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.enforcements = enforcements;
        this.lift = lift;
        this.deliveries = deliveries;
        this.users = users;
        this.mailing = mailing;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** The current account with its enforcement. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public Account standing() {
        return accounts.current();
    }

    /** Whether everyone who signs in now needs a code, as that account says. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public boolean isOn(Account account) {
        return account.isTwoFactorEnforcedAt(clock.instant());
    }

    /** The effect of turning it on. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public EnforcementForecast forecast() {
        return enforcements.forecast(refused());
    }

    /** The effect of turning it on for the members of these user groups, of which there is one at least. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public EnforcementForecast forecastFor(Set<Long> groupIds) {
        return enforcements.forecast(refused(), groupIds);
    }

    /** Whether the administrator's own sign-in is protected, which is required before enforcing it for others. */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public boolean mayEnforce(long actorId) {
        return isProtected(actorId);
    }

    /** Whether the administrator may see the lists of users behind the figures of {@link #forecast}. */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public boolean mayList(long actorId) {
        return users.permissionsOf(actorId).contains(Permission.MANAGE_USERS_AND_GROUPS);
    }

    /**
     * Enforces two-factor authentication; users without a proven secret get a mail.
     *
     * @param seen the account as the administrator saw it
     * @return how many mails that are
     * @throws RefusedException where somebody else has flipped or planned it meanwhile or chosen another way for secrets, or the
     *     administrator's own sign-in is unprotected
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public int enforce(long actorId, Account seen) {
        if (!accounts.enforce(seen, clock.instant())) {
            throw new RefusedException("enforcement.refused.flipped");
        }
        if (!isProtected(actorId)) {
            throw new RefusedException("enforcement.refused.own-first");
        }
        var recipients = enforcements.activeWithoutProvenSecret();
        mailing.mailSecretsAnew(new EnforcementVersion(seen.enforcementVersion() + 1), recipients);
        auditTrail.record(AuditAction.ENFORCEMENT_TURNED_ON, actorId, null, "", String.valueOf(recipients.size()));
        return recipients.size();
    }

    /**
     * Makes two-factor authentication each user's choice again: pending secrets are destroyed, proven ones stay.
     *
     * @param version of the enforcement that the administrator saw
     * @throws RefusedException if somebody else has switched it since
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void lift(long actorId, long version) {
        if (!lift.lift(version)) {
            throw new RefusedException("enforcement.refused.flipped");
        }
        auditTrail.record(AuditAction.ENFORCEMENT_TURNED_OFF, actorId, null, "");
    }

    /** Changes how members get their secret. */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void deliverSecrets(long actorId, SecretDelivery delivery) {
        accounts.deliverSecrets(delivery);
        auditTrail.record(AuditAction.SECRET_DELIVERY_CHANGED, actorId, null, "", delivery.name());
    }

    private Set<Long> refused() {
        var refused = deliveries.refusedRecipients();
        refused.add(NOBODY);
        return refused;
    }

    private boolean isProtected(long userId) {
        return enrolments.find(userId).isProven();
    }
}
