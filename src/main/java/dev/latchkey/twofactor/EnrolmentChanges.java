package dev.latchkey.twofactor;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Changes of an enrolment, each one transaction that begins with its guard and holds the audit line and the notice. */
@Component
class EnrolmentChanges {

    private final EnrolmentRepository enrolments;
    private final SecretCipher cipher;
    private final AccountService accounts;
    private final UserService users;
    private final AuditTrail auditTrail;
    private final Outbox outbox;
    private final Clock clock;

    EnrolmentChanges(
            EnrolmentRepository enrolments,
            SecretCipher cipher,
            AccountService accounts,
            UserService users,
            AuditTrail auditTrail,
            Outbox outbox,
            Clock clock) {
        this.enrolments = enrolments;
        this.cipher = cipher;
        this.accounts = accounts;
        this.users = users;
        this.auditTrail = auditTrail;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public EnrolmentResult turnOn(long userId, ProposedEnrolment proposed, long step) {
        if (!prove(userId, proposed, step)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new EnrolmentResult.Superseded();
        }
        record(userId, AuditAction.TWO_FACTOR_TURNED_ON, SecurityNotice.TWO_FACTOR_TURNED_ON);
        return new EnrolmentResult.Enrolled(users.endSessions(userId));
    }

    /** Makes the proposed secret the user's and spends its first code; where this is false, the caller rolls back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean prove(long userId, ProposedEnrolment proposed, long step) {
        var now = clock.instant();
        var ciphertext = cipher.encrypt(proposed.secret(), userId);
        return enrolments.install(userId, proposed.version(), ciphertext, SecretOrigin.ON_SCREEN, now, Optional.empty())
                && enrolments.spend(userId, proposed.version() + 1, step, now);
    }

    /** Spends a code; the first one of a secret turns the user's second factor on. */
    @Transactional
    public boolean spend(Enrolment enrolment, long step) {
        var userId = enrolment.userId();
        if (!enrolments.spend(userId, enrolment.version(), step, clock.instant())) {
            return false;
        }
        if (!enrolment.isProven()) {
            record(userId, AuditAction.TWO_FACTOR_TURNED_ON, SecurityNotice.TWO_FACTOR_TURNED_ON);
        }
        return true;
    }

    @Transactional
    public SwitchOffResult turnOff(long userId, long version) {
        // Before the enrolment is locked, in the order of whoever flips the enforcement
        accounts.held();
        if (!enrolments.switchOff(userId, version)) {
            return new SwitchOffResult.Refused();
        }
        record(userId, AuditAction.TWO_FACTOR_TURNED_OFF, SecurityNotice.TWO_FACTOR_TURNED_OFF);
        return new SwitchOffResult.SwitchedOff(users.endSessions(userId));
    }

    /** Tells the user that somebody knows their password and guesses codes. */
    @Transactional
    public void warnOfWrongCodes(long userId) {
        outbox.enqueue(SecurityNotice.WRONG_CODES.name(), userId, 0);
    }

    private void record(long userId, AuditAction action, SecurityNotice notice) {
        auditTrail.record(
                action, userId, userId, users.find(userId).orElseThrow().email());
        outbox.enqueue(notice.name(), userId, 0);
    }
}
