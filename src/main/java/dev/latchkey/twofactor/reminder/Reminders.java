package dev.latchkey.twofactor.reminder;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.PermittedManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds active users by email who have not set up two-factor authentication, whether it is enforced or not: before enforcement, an
 * administrator wants as many as possible to do it by themselves. Each user gets one reminder within {@link #INTERVAL} at most,
 * whoever asks on whichever node. Actors remind only users who have no permission that they lack.
 */
@Service
@NamedInterface("api")
public class Reminders {

    /** The shortest time between two reminders to the same user. */
    public static final Duration INTERVAL = Duration.ofDays(1);

    // IN does not accept an empty list
    private static final List<Long> NOBODY = List.of(0L);

    private final ReminderRepository reminders;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    Reminders(ReminderRepository reminders, Outbox outbox, AuditTrail auditTrail, Clock clock) {
        this.reminders = reminders;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Whom {@link #remindEveryone} would remind now. */
    @PermittedManager
    @Transactional(readOnly = true)
    public ReminderOutlook outlook(long actorId) {
        return reminders.outlook(actorId, clock.instant().minus(INTERVAL));
    }

    /** Reminds everyone who has not set up and has not been reminded lately; returns how many that are. */
    @PermittedManager
    @Transactional
    public int remindEveryone(long actorId) {
        var claim = claim(actorId, true, NOBODY);
        if (!claim.reminded().isEmpty()) {
            auditTrail.record(
                    AuditAction.REMINDERS_EMAILED,
                    actorId,
                    null,
                    "",
                    String.valueOf(claim.reminded().size()));
        }
        return claim.reminded().size();
    }

    /**
     * Reminds these users, as far as they can be reminded.
     *
     * @return the result for each of them, in the order in which they were given
     */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public Map<Long, ReminderResult> remind(long actorId, Collection<Long> userIds) {
        var results = new LinkedHashMap<Long, ReminderResult>();
        // Who is gone is in no row
        userIds.forEach(userId -> results.put(userId, ReminderResult.NOT_ACTIVE));
        if (userIds.isEmpty()) {
            return results;
        }
        var claim = claim(actorId, false, userIds);
        for (var outcome : reminders.outcomes(actorId, claim.number(), userIds)) {
            results.put(outcome.userId(), outcome.result());
            if (outcome.result() == ReminderResult.REMINDED) {
                auditTrail.record(AuditAction.REMINDER_EMAILED, actorId, outcome.userId(), outcome.email());
            }
        }
        return results;
    }

    private Claim claim(long actorId, boolean everyone, Collection<Long> userIds) {
        var number = ThreadLocalRandom.current().nextLong();
        var now = clock.instant();
        var since = now.minus(INTERVAL);
        reminders.claim(actorId, number, everyone, userIds, since, now);
        var reminded = reminders.claimed(number, since);
        outbox.enqueueForAll(ReminderMail.SET_UP_REMINDER, reminded, Nothing.NOTHING);
        return new Claim(number, reminded);
    }

    private record Claim(long number, List<Long> reminded) {}
}
