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
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The codes that let a user in who cannot get at their authenticator app. */
@Service
@NamedInterface("api")
public class RecoveryCodes {

    private final RecoveryCodeRepository codes;
    private final RecoveryCodeChanges changes;
    private final EnrolmentRepository enrolments;
    private final CodeAttempts attempts;
    private final AuditTrail auditTrail;
    private final Outbox outbox;

    RecoveryCodes(
            RecoveryCodeRepository codes,
            RecoveryCodeChanges changes,
            EnrolmentRepository enrolments,
            CodeAttempts attempts,
            AuditTrail auditTrail,
            Outbox outbox) {
        this.codes = codes;
        this.changes = changes;
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.auditTrail = auditTrail;
        this.outbox = outbox;
    }

    /** What is left of the user's set; empty where they never had one. */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public Optional<RecoveryCodeStatus> statusOf(long userId) {
        return codes.find(userId);
    }

    /** Whether the user has a proven secret and never had recovery codes, as when the secret came by email. */
    @Transactional(readOnly = true)
    public boolean areOwedTo(long userId) {
        return enrolments.find(userId).isProven() && codes.find(userId).isEmpty();
    }

    /** Makes the user's first set, to be shown here and now; empty where they are owed none. */
    @SteppedUpThemselves
    @Transactional
    public Optional<RecoveryCodeSet> firstSet(long userId) {
        var set = changes.generateFirst(userId);
        // No notice: the one about the second factor that they belong to has told enough, and there are none that do
        // not work any more
        set.ifPresent(made -> record(userId, made));
        return set;
    }

    /**
     * Makes a set, to be shown here and now; every code of an earlier one is void.
     *
     * @throws RefusedException where the user has no proven secret for which a recovery code could stand in
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
     * Uses a recovery code of the user's up in the place of an authentication code; the caller has seen their password before.
     * A right one lifts whatever wrong codes have brought upon the user; wrong ones are too long to be guessed, and count for nothing. To
     * be called outside any transaction.
     */
    public boolean use(long userId, RecoveryCode code) {
        if (!changes.spend(userId, code)) {
            return false;
        }
        attempts.reset(userId);
        return true;
    }

    private void record(long userId, RecoveryCodeSet set) {
        auditTrail.record(AuditAction.RECOVERY_CODES_MADE, userId, userId, set.email());
    }
}
