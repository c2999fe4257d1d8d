package dev.latchkey.twofactor.coverage;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.RecordedActions;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checklist of an administrator's first hour: what is done is read from the facts, wherever it was done. */
@Service
@NamedInterface("api")
public class FirstHour {

    private static final String CLOSED = "CLOSED";

    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final FiguresRepository users;
    private final FirstHourRepository settled;
    private final RecordedActions recorded;
    private final Clock clock;

    FirstHour(
            AccountService accounts,
            EnrolmentRepository enrolments,
            FiguresRepository users,
            FirstHourRepository settled,
            RecordedActions recorded,
            Clock clock) {
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.users = users;
        this.settled = settled;
        this.recorded = recorded;
        this.clock = clock;
    }

    /** The steps that are left; empty as well if somebody has closed the checklist. */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional(readOnly = true)
    public Set<FirstHourStep> left(long actorId) {
        var left = EnumSet.noneOf(FirstHourStep.class);
        if (settled.contains(CLOSED)) {
            return left;
        }
        for (var step : FirstHourStep.values()) {
            if (!isDone(step, actorId)) {
                left.add(step);
            }
        }
        return left;
    }

    /** Ticks the choice of how members get their secret: it stays as it is. */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void keepSecretDelivery(long actorId) {
        settled.add(FirstHourStep.SECRET_DELIVERY.name(), clock.instant());
    }

    /** Closes the checklist for all administrators, whatever is left. */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    @Transactional
    public void close(long actorId) {
        settled.add(CLOSED, clock.instant());
    }

    private boolean isDone(FirstHourStep step, long actorId) {
        return switch (step) {
            case OWN_FACTOR -> enrolments.find(actorId).isProven();
            case SECOND_ADMINISTRATOR -> users.countAdministrators() > 1;
            case TEST_MAIL -> recorded.contain(AuditAction.TEST_MAIL_REQUESTED);
            case INVITATIONS -> users.hasMembers();
            case SECRET_DELIVERY ->
                settled.contains(step.name())
                        || recorded.contain(AuditAction.SECRET_DELIVERY_CHANGED)
                        || isEnforcedOrPlanned();
            case ENFORCEMENT -> isEnforcedOrPlanned();
        };
    }

    private boolean isEnforcedOrPlanned() {
        return accounts.current().enforcedSince() != null;
    }
}
