package dev.latchkey.twofactor.enrolment;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.enrolment.store.AppEntryRepository;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.enrolment.store.SecretOrigin;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.notice.SecurityNotice;
import dev.latchkey.twofactor.recovery.RecoveryCodeChanges;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Changes of an enrolment, each in one transaction that begins with its guard and includes the audit entry and the notice. */
@Component
public class EnrolmentChanges {

    private static final Duration SIEGE_NOTICE_EVERY = Duration.ofDays(1);

    private final EnrolmentRepository enrolments;
    private final AppEntryRepository entries;
    private final SecretCipher cipher;
    private final AccountService accounts;
    private final RecoveryCodeChanges recoveryCodes;
    private final UserService users;
    private final AuditTrail auditTrail;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EnrolmentChanges(
            EnrolmentRepository enrolments,
            AppEntryRepository entries,
            SecretCipher cipher,
            AccountService accounts,
            RecoveryCodeChanges recoveryCodes,
            UserService users,
            AuditTrail auditTrail,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.enrolments = enrolments;
        this.entries = entries;
        this.cipher = cipher;
        this.accounts = accounts;
        this.recoveryCodes = recoveryCodes;
        this.users = users;
        this.auditTrail = auditTrail;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** Stores the proposed secret and proves it with the step of its first code, in one transaction. */
    @RetryOnConcurrencyFailure
    @Transactional
    public EnrolmentResult turnOn(long userId, ProposedEnrolment proposed, long step) {
        if (!prove(userId, proposed, step)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new EnrolmentResult.Superseded();
        }
        record(userId, AuditAction.TWO_FACTOR_TURNED_ON, SecurityNotice.TWO_FACTOR_TURNED_ON);
        return enrolled(userId);
    }

    /** Replaces the proven secret by the proposed one; the old one works until then. */
    @Transactional
    public EnrolmentResult replace(long userId, ProposedEnrolment proposed, long step) {
        var now = clock.instant();
        var ciphertext = cipher.encrypt(proposed.secret(), userId);
        if (!enrolments.replace(userId, proposed.version(), ciphertext, now)
                || !enrolments.spend(userId, proposed.version() + 1, step, now)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new EnrolmentResult.Superseded();
        }
        entries.store(userId, proposed.version() + 1, proposed.entry());
        record(userId, AuditAction.SECRET_REPLACED, SecurityNotice.APP_REPLACED);
        return enrolled(userId);
    }

    /** Like {@link #prove}, for a user who is signing up, with a notice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean proveAtSignUp(long userId, ProposedEnrolment proposed, long step) {
        if (!prove(userId, proposed, step)) {
            return false;
        }
        outbox.tell(SecurityNotice.TWO_FACTOR_TURNED_ON, userId);
        return true;
    }

    /** Stores the proposed secret for the user and spends its first code; if this returns false, the caller rolls back. */
    private boolean prove(long userId, ProposedEnrolment proposed, long step) {
        var now = clock.instant();
        var ciphertext = cipher.encrypt(proposed.secret(), userId);
        if (!enrolments.install(userId, proposed.version(), ciphertext, SecretOrigin.ON_SCREEN, now, Optional.empty())
                || !enrolments.spend(userId, proposed.version() + 1, step, now)) {
            return false;
        }
        entries.store(userId, proposed.version() + 1, proposed.entry());
        return true;
    }

    /** Spends a code; the first one of a secret turns the user's second factor on. */
    @RetryOnConcurrencyFailure
    @Transactional
    public boolean spend(Enrolment enrolment, long step) {
        var userId = enrolment.userId();
        if (!enrolments.spend(userId, enrolment.version(), step, clock.instant())) {
            return false;
        }
        if (!enrolment.isProven()) {
            record(userId, AuditAction.TWO_FACTOR_TURNED_ON, SecurityNotice.TWO_FACTOR_TURNED_ON);
            events.publishEvent(new FirstCodeGiven(userId));
        }
        return true;
    }

    /** Turns the personal switch off and destroys the secret of that version; refused while enforcement is on. */
    @RetryOnConcurrencyFailure
    @Transactional
    public SwitchOffResult turnOff(long userId, long version) {
        // Before the enrolment is locked, in the same lock order as a switch of the enforcement
        accounts.held();
        if (!enrolments.switchOff(userId, version, clock.instant())) {
            return new SwitchOffResult.Refused();
        }
        record(userId, AuditAction.TWO_FACTOR_TURNED_OFF, SecurityNotice.TWO_FACTOR_TURNED_OFF);
        return new SwitchOffResult.SwitchedOff(users.endSessions(userId));
    }

    /** Notifies the user that somebody knows their password and guesses codes. */
    @Transactional
    public void warnOfWrongCodes(long userId) {
        outbox.tell(SecurityNotice.WRONG_CODES, userId);
    }

    /** Notifies the user that somebody guesses codes in one of their sessions. */
    @Transactional
    public void warnOfWrongCodesInSession(long userId) {
        outbox.tell(SecurityNotice.WRONG_CODES_IN_SESSION, userId);
    }

    /** Notifies the user, and records in the audit trail, that their codes are no longer checked. */
    @Transactional
    public void notifyOfLock(long userId) {
        auditTrail.record(AuditAction.SIGN_IN_LOCKED, null, userId, emailOf(userId));
        outbox.tell(SecurityNotice.SIGN_IN_LOCKED, userId);
    }

    private EnrolmentResult enrolled(long userId) {
        return new EnrolmentResult.Enrolled(users.endSessions(userId), recoveryCodes.generateFirst(userId));
    }

    /** Like {@link #notifyOfLock}, for the administrator who must not be locked; once a day, however long it goes on. */
    @Transactional
    public void notifyOfAttack(long userId) {
        var notice = SecurityNotice.LAST_ADMINISTRATOR_GUESSED;
        if (outbox.countSince(notice, userId, clock.instant().minus(SIEGE_NOTICE_EVERY)) > 0) {
            return;
        }
        auditTrail.record(AuditAction.LAST_ADMINISTRATOR_GUESSED, null, userId, emailOf(userId));
        outbox.enqueue(notice, userId);
    }

    private void record(long userId, AuditAction action, MailKind<Nothing> notice) {
        auditTrail.record(action, userId, userId, emailOf(userId));
        outbox.tell(notice, userId);
    }

    private String emailOf(long userId) {
        return users.find(userId).orElseThrow().email();
    }
}
