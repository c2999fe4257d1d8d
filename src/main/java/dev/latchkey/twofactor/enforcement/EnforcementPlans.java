package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.secret.EnforcementVersion;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpActor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan to enforce two-factor authentication from a later time on. The start itself needs nobody: from that time on the rule asks for
 * a code, on every node, whether or not {@link EnforcementStart} has sent its mails yet.
 */
@Service
@NamedInterface("api")
public class EnforcementPlans {

    /** How far away a start can be. */
    public static final Period FARTHEST = Period.ofYears(1);

    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final EnforcementRepository enforcements;
    private final PlannedStarts starts;
    private final EnforcementLift lift;
    private final EnforcementMailing mailing;
    private final AuditTrail auditTrail;
    private final Clock clock;

    EnforcementPlans(
            AccountService accounts,
            EnrolmentRepository enrolments,
            EnforcementRepository enforcements,
            PlannedStarts starts,
            EnforcementLift lift,
            EnforcementMailing mailing,
            AuditTrail auditTrail,
            Clock clock) {
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.enforcements = enforcements;
        this.starts = starts;
        this.lift = lift;
        this.mailing = mailing;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Whether enforcement can be planned to start then: later than now, and at most {@link #FARTHEST} away. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public boolean isPossible(Instant start) {
        var now = clock.instant();
        return start.isAfter(now)
                && !start.isAfter(now.atOffset(ZoneOffset.UTC).plus(FARTHEST).toInstant());
    }

    /** The days on which enforcement can start, by the clocks of that zone. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public Days possibleDays(ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return new Days(today, today.plus(FARTHEST));
    }

    /** The first and the last of some days. */
    public record Days(LocalDate first, LocalDate last) {}

    /**
     * From when on the user needs a code that they have not set up an app for; empty if no enforcement for them is to come, they need
     * one already, or they have a proven secret.
     */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public Optional<Instant> startFor(long userId) {
        return starts.of(userId).map(PlannedStart::start);
    }

    /**
     * Plans to enforce two-factor authentication, or changes the start of the plan; active users without a proven secret get a mail now.
     *
     * @param seen the account as the administrator saw it
     * @return how many mails that are
     * @throws RefusedException where the start is not possible, somebody else has changed the enforcement or chosen another way for
     *     secrets meanwhile, or the administrator's own sign-in is unprotected
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public int plan(long actorId, Account seen, PlannedStart start) {
        var now = clock.instant();
        if (!isPossible(start.start())) {
            throw new RefusedException("enforcement.refused.start");
        }
        if (!accounts.plan(seen, start, now)) {
            throw new RefusedException("enforcement.refused.flipped");
        }
        if (!enrolments.find(actorId).isProven()) {
            throw new RefusedException("enforcement.refused.own-first");
        }
        var recipients = enforcements.activeWithoutProvenSecret();
        mailing.announceAnew(new EnforcementVersion(seen.enforcementVersion() + 1), recipients);
        var action =
                seen.isTwoFactorPlannedAt(now) ? AuditAction.ENFORCEMENT_PLAN_CHANGED : AuditAction.ENFORCEMENT_PLANNED;
        auditTrail.record(action, actorId, null, "", start.start().toString());
        return recipients.size();
    }

    /**
     * Gives the plan up; nobody will need a code who has not chosen to.
     *
     * @param version of the enforcement that the administrator saw
     * @throws RefusedException if somebody else has changed it since, or it has begun
     */
    @SteppedUpActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void cancel(long actorId, long version) {
        if (!lift.cancel(version)) {
            throw new RefusedException("enforcement.refused.flipped");
        }
        auditTrail.record(AuditAction.ENFORCEMENT_PLAN_CANCELLED, actorId, null, "");
    }
}
