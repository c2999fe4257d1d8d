package dev.latchkey.twofactor;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Changes of an enrolment, each one transaction that begins with its guard and holds the audit line and the notice. */
@Component
class EnrolmentChanges {

    private final EnrolmentRepository enrolments;
    private final SecretCipher cipher;
    private final UserService users;
    private final AuditTrail auditTrail;
    private final Outbox outbox;
    private final Clock clock;

    EnrolmentChanges(
            EnrolmentRepository enrolments,
            SecretCipher cipher,
            UserService users,
            AuditTrail auditTrail,
            Outbox outbox,
            Clock clock) {
        this.enrolments = enrolments;
        this.cipher = cipher;
        this.users = users;
        this.auditTrail = auditTrail;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public EnrolmentResult turnOn(long userId, ProposedEnrolment proposed, long step) {
        var now = clock.instant();
        var ciphertext = cipher.encrypt(proposed.secret(), userId);
        if (!enrolments.install(userId, proposed.version(), ciphertext, SecretOrigin.ON_SCREEN, now, Optional.empty())
                || !enrolments.spend(userId, proposed.version() + 1, step, now)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new EnrolmentResult.Superseded();
        }
        return new EnrolmentResult.Enrolled(
                conclude(userId, AuditAction.TWO_FACTOR_TURNED_ON, SecurityNotice.TWO_FACTOR_TURNED_ON));
    }

    @Transactional
    public SwitchOffResult turnOff(long userId, long version) {
        if (!enrolments.switchOff(userId, version)) {
            return new SwitchOffResult.Refused();
        }
        return new SwitchOffResult.SwitchedOff(
                conclude(userId, AuditAction.TWO_FACTOR_TURNED_OFF, SecurityNotice.TWO_FACTOR_TURNED_OFF));
    }

    private long conclude(long userId, AuditAction action, SecurityNotice notice) {
        var epoch = users.endSessions(userId);
        auditTrail.record(
                action, userId, userId, users.find(userId).orElseThrow().email());
        outbox.enqueue(notice.name(), userId, 0);
        return epoch;
    }
}
