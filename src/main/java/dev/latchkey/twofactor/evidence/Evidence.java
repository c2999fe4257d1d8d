package dev.latchkey.twofactor.evidence;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.PermittedToManage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was so at the end of past days, for auditors and for the line over time. Days are in UTC. */
@Service
@NamedInterface("api")
public class Evidence {

    private final ObservedDayRepository days;
    private final UserStateRepository states;
    private final AuditTrail auditTrail;
    private final Clock clock;

    Evidence(ObservedDayRepository days, UserStateRepository states, AuditTrail auditTrail, Clock clock) {
        this.days = days;
        this.states = states;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** The figures of the latest days, today included, in order; days on which nobody observed are missing. */
    @PermittedToManage
    @Transactional(readOnly = true)
    public List<ObservedDay> figures(int latestDays) {
        return days.since(today().minusDays(latestDays - 1L));
    }

    /** The first day of which anything is known; empty before the first observation. */
    @PermittedTo(Permission.VIEW_AUDIT_TRAIL)
    @Transactional(readOnly = true)
    public Optional<LocalDate> firstDay() {
        return days.first();
    }

    /** The latest day that has ended. */
    @PermittedTo(Permission.VIEW_AUDIT_TRAIL)
    public LocalDate lastDay() {
        return today().minusDays(1);
    }

    /**
     * The observation that tells what was so at the end of the day: of that day, or of an earlier one if nobody observed then; empty
     * if the day has not ended, or nothing is known of it.
     */
    @PermittedTo(Permission.VIEW_AUDIT_TRAIL)
    @Transactional(readOnly = true)
    public Optional<ObservedDay> observationFor(LocalDate day) {
        return day.isBefore(today()) ? days.latest(day) : Optional.empty();
    }

    /** The users at the end of that day, from the first id after the given one on. */
    @PermittedTo(Permission.VIEW_AUDIT_TRAIL)
    @Transactional(readOnly = true)
    public List<UserState> page(LocalDate day, long afterUserId, int limit) {
        return states.page(day, afterUserId, limit);
    }

    /** Records that somebody exports a copy. */
    @PermittedActor(Permission.VIEW_AUDIT_TRAIL)
    @Transactional
    public void recordExport(long actorId, LocalDate day) {
        auditTrail.record(AuditAction.EVIDENCE_EXPORTED, actorId, null, "", day.toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
