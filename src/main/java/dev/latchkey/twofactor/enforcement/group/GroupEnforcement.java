package dev.latchkey.twofactor.enforcement.group;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.EnforcementLift;
import dev.latchkey.twofactor.enforcement.EnforcementMailing;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpActor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rule that members of chosen user groups need a code, beside the one for everyone. A group keeps its own start, whatever is
 * decided for everyone later.
 */
@Service
@NamedInterface("api")
public class GroupEnforcement {

    private final EnforcedGroupRepository groups;
    private final AccountService accounts;
    private final Enforcement enforcement;
    private final EnforcementPlans plans;
    private final EnforcementLift lift;
    private final EnforcementMailing mailing;
    private final AuditTrail auditTrail;
    private final Clock clock;

    GroupEnforcement(
            EnforcedGroupRepository groups,
            AccountService accounts,
            Enforcement enforcement,
            EnforcementPlans plans,
            EnforcementLift lift,
            EnforcementMailing mailing,
            AuditTrail auditTrail,
            Clock clock) {
        this.groups = groups;
        this.accounts = accounts;
        this.enforcement = enforcement;
        this.plans = plans;
        this.lift = lift;
        this.mailing = mailing;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** The groups whose members need a code, now or from a later time on, by name. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public List<EnforcedGroup> all() {
        return groups.all();
    }

    /** Whether the members of the group need a code now because of it. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public boolean isOn(EnforcedGroup group) {
        return group.isEnforcedAt(clock.instant());
    }

    /** The groups that can be chosen: those whose members do not need a code yet. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public List<GroupOption> choices() {
        return groups.choices(clock.instant());
    }

    /**
     * Enforces two-factor authentication for the members of these groups, now or from a later time on; those without a proven secret
     * get a mail now.
     *
     * @param seen the account as the administrator saw it
     * @param groupIds one at least
     * @param start empty for now; another one for a group that is planned already changes its plan
     * @return how many mails that are
     * @throws RefusedException where the start is not possible, a group is gone or its members need a code already, somebody has chosen
     *     another way for secrets or enforced it for everyone meanwhile, or the administrator's own sign-in is unprotected
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public int enforce(long actorId, Account seen, Set<Long> groupIds, Optional<PlannedStart> start) {
        var now = clock.instant();
        var account = accounts.locked();
        if (start.filter(time -> !plans.isPossible(time.start())).isPresent()) {
            throw new RefusedException("enforcement.refused.start");
        }
        if (account.secretDelivery() != seen.secretDelivery()
                || enforcement.isOn(account)
                || !store(groupIds, start, now)) {
            throw new RefusedException("enforcement.refused.flipped");
        }
        if (!enforcement.mayEnforce(actorId)) {
            throw new RefusedException("enforcement.refused.own-first");
        }
        var recipients = groups.newlyCovered(groupIds, now);
        if (start.isPresent()) {
            mailing.announce(account, recipients);
        } else {
            mailing.mailSecrets(account, recipients);
        }
        auditTrail.record(
                start.isPresent() ? AuditAction.GROUPS_ENFORCEMENT_PLANNED : AuditAction.GROUPS_ENFORCED,
                actorId,
                null,
                "",
                groups.namesOf(groupIds));
        return recipients.size();
    }

    /**
     * Ends it for one group, or gives its plan up: pending secrets that no sign-in needs are destroyed, proven ones stay.
     *
     * @param seen the group as the administrator saw it
     * @throws RefusedException if somebody else has changed that since
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void lift(long actorId, EnforcedGroup seen) {
        accounts.locked();
        if (!groups.lift(seen.id(), seen.since())) {
            throw new RefusedException("enforcement.refused.flipped");
        }
        lift.destroyUnwanted();
        auditTrail.record(AuditAction.GROUP_ENFORCEMENT_ENDED, actorId, null, "", seen.name());
    }

    private boolean store(Set<Long> groupIds, Optional<PlannedStart> start, Instant now) {
        var since = start.map(PlannedStart::start).orElse(now);
        var offset = start.map(PlannedStart::offsetSeconds).orElse(0);
        return groupIds.stream().sorted().allMatch(group -> groups.enforce(group, since, offset, now));
    }
}
