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
 * Puts refused passwords into the audit trail, where nobody can delete a line: one for each that was for a user, for the guard bounds
 * those, but few for what was for nobody. The rest of these are counted, and told in one line when the period is over.
 */
@Component
public class RefusedPasswords {

    /** How many for nobody have a line of their own in a period. */
    static final int LINES = 10;

    /** How long it is counted before the sum is told. */
    static final Duration PERIOD = Duration.ofHours(1);

    private final RefusedPasswordRepository tallies;
    private final AuditTrail auditTrail;
    private final Clock clock;

    RefusedPasswords(RefusedPasswordRepository tallies, AuditTrail auditTrail, Clock clock) {
        this.tallies = tallies;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Records one, with the same statements, and waiting for the same row, whether or not it was for a user: time tells no stranger. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Optional<User> user) {
        var nobodys = tallies.add(user.isPresent() ? 0 : 1, clock.instant()).nobodys();
        auditTrail.recordIf(
                user.isPresent() || nobodys <= LINES,
                AuditAction.PASSWORD_REFUSED,
                user.map(User::id).orElse(null),
                user.map(User::email).orElse(""));
    }

    /** Tells how many there were beyond those with a line of their own, and begins anew. */
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
