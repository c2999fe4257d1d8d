package dev.latchkey.signin.password;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.user.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records refused passwords in the audit trail, where no entry can be deleted: one entry for each that was for a user, because the
 * guard limits those, but only a few for unknown addresses. The rest of these are counted, and recorded in one entry when the
 * period is over.
 */
@Component
public class RefusedPasswords {

    /** How many for unknown addresses get their own entry in a period. */
    static final int LINES = 10;

    /** How long they are counted before the sum is recorded. */
    static final Duration PERIOD = Duration.ofHours(1);

    private final RefusedPasswordRepository tallies;
    private final AuditTrail auditTrail;
    private final Clock clock;

    RefusedPasswords(RefusedPasswordRepository tallies, AuditTrail auditTrail, Clock clock) {
        this.tallies = tallies;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Records one, with the same statements, and waiting for the same row, whether or not it was for a user, so that timing reveals nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Optional<User> user) {
        var nobodys = tallies.add(user.isPresent() ? 0 : 1, clock.instant()).nobodys();
        auditTrail.recordIf(
                user.isPresent() || nobodys <= LINES,
                AuditAction.PASSWORD_REFUSED,
                user.map(User::id).orElse(null),
                user.map(User::email).orElse(""));
    }

    /** Records how many there were beyond those with their own entry, and starts again. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    @Transactional
    public void sumUp() {
        tallies.end(clock.instant().minus(PERIOD))
                .map(RefusedPasswordRepository.Tally::nobodys)
                .filter(nobodys -> nobodys > LINES)
                .ifPresent(nobodys -> auditTrail.record(
                        AuditAction.PASSWORDS_REFUSED, null, null, "", String.valueOf(nobodys - LINES)));
    }
}
