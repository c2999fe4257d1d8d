package dev.latchkey.twofactor.recovery;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.code.CodeAttempts;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.notice.SecurityNotice;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.SteppedUpThemselves;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recovery codes, for users who cannot use their authenticator app. */
@Service
@NamedInterface("api")
public class RecoveryCodes {

    private final RecoveryCodeRepository codes;
    private final RecoveryCodeChanges changes;
    private final EnrolmentRepository enrolments;
    private final CodeAttempts attempts;
    private final AuditTrail auditTrail;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    RecoveryCodes(
            RecoveryCodeRepository codes,
            RecoveryCodeChanges changes,
            EnrolmentRepository enrolments,
            CodeAttempts attempts,
            AuditTrail auditTrail,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.codes = codes;
        this.changes = changes;
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.auditTrail = auditTrail;
        this.outbox = outbox;
        this.events = events;
    }

    /** The user's remaining codes; empty if they never had a set. */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public Optional<RecoveryCodeStatus> statusOf(long userId) {
        return codes.find(userId);
    }

    /** Whether the user has a proven secret and never had recovery codes, for example because the secret came by email. */
    @Transactional(readOnly = true)
    public boolean areOwedTo(long userId) {
        return enrolments.find(userId).isProven() && codes.find(userId).isEmpty();
    }

    /** Creates the user's first set, to be shown now; empty if they should not get one. */
    @SteppedUpThemselves
    @Transactional
    public Optional<RecoveryCodeSet> firstSet(long userId) {
        var set = changes.generateFirst(userId);
        // No notice: the one about the second factor is enough, and no earlier codes become void
        set.ifPresent(made -> record(userId, made));
        return set;
    }

    /**
     * Creates a set, to be shown now; every code of an earlier one is void.
     *
     * @throws RefusedException if the user has no proven secret that a recovery code could replace
     */
    @SteppedUpThemselves
    @Transactional
    public RecoveryCodeSet newSet(long userId) {
        var set = changes.regenerate(userId).orElseThrow(() -> new RefusedException("recovery-codes.refused.off"));
        record(userId, set);
        outbox.tell(SecurityNotice.RECOVERY_CODES_MADE, userId);
        return set;
    }

    /**
     * Uses a user's recovery code instead of an authentication code; the caller has already checked their password. A correct one
     * lifts any lock caused by wrong codes; wrong ones are not counted, because recovery codes are too long to guess. Call it
     * outside any transaction.
     */
    public boolean use(long userId, RecoveryCode code) {
        var spent = changes.spend(userId, code);
        if (spent) {
            attempts.reset(userId);
        }
        events.publishEvent(new RecoveryCodeChecked(spent));
        return spent;
    }

    private void record(long userId, RecoveryCodeSet set) {
        auditTrail.record(AuditAction.RECOVERY_CODES_MADE, userId, userId, set.email());
    }
}
