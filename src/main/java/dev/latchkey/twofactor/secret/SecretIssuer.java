package dev.latchkey.twofactor.secret;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.twofactor.TwoFactorProperties;
import dev.latchkey.twofactor.enrolment.store.AppEntryRepository;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.enrolment.store.SecretOrigin;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives users secrets that wait for their first correct code. */
@Component
public class SecretIssuer {

    private final EnrolmentRepository enrolments;
    private final AppEntryRepository entries;
    private final AccountService accounts;
    private final SecretCipher cipher;
    private final MailedSecretHold hold;
    private final UserService users;
    private final AuditTrail auditTrail;
    private final TwoFactorProperties properties;
    private final Clock clock;

    SecretIssuer(
            EnrolmentRepository enrolments,
            AppEntryRepository entries,
            AccountService accounts,
            SecretCipher cipher,
            MailedSecretHold hold,
            UserService users,
            AuditTrail auditTrail,
            TwoFactorProperties properties,
            Clock clock) {
        this.enrolments = enrolments;
        this.entries = entries;
        this.accounts = accounts;
        this.cipher = cipher;
        this.hold = hold;
        this.users = users;
        this.auditTrail = auditTrail;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Gives the user a new pending secret, as the first one or instead of one that was never proven.
     *
     * @return the enrolment with it; empty, and nothing is changed, if somebody else has changed the enrolment since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Enrolment> issue(Enrolment enrolment, SecretOrigin origin) {
        var userId = enrolment.userId();
        var now = clock.instant();
        var ciphertext = cipher.encrypt(TotpSecret.generate(), userId);
        var expires = Optional.of(now.plus(properties.pendingSecretLife()));
        if (!enrolments.install(userId, enrolment.version(), ciphertext, origin, now, expires)) {
            return Optional.empty();
        }
        entries.store(userId, enrolment.version() + 1, entryNow(userId));
        return Optional.of(enrolments.find(userId));
    }

    /** How the app of the user will name that secret; like {@link #issue}, so that every showing of it says the same. */
    public AppEntry entryOf(Enrolment enrolment) {
        return entries.find(enrolment).orElseGet(() -> entryNow(enrolment.userId()));
    }

    private AppEntry entryNow(long userId) {
        var email = users.find(userId).map(User::email).orElse("");
        return new AppEntry(accounts.current().companyName(), email);
    }

    /**
     * The pending secret that enforcement of that version mails to the user: the one already waiting, so that a message sent twice
     * carries the same, otherwise a new one. Empty if it must not be mailed, or not any more.
     */
    @Transactional
    public Optional<Enrolment> forEnforcement(long userId, EnforcementVersion enforcement) {
        var account = accounts.held();
        var enrolment = enrolments.find(userId);
        if (!enforcement.isOnFor(enrolment, account, clock.instant())
                || enrolment.isProven()
                || enrolment.isPendingFromConsoleAt(clock.instant())
                || hold.until(enrolment).isPresent()) {
            return Optional.empty();
        }
        if (enrolment.isPendingInMailboxAt(clock.instant())) {
            return Optional.of(enrolment);
        }
        var issued = issue(enrolment, SecretOrigin.BY_EMAIL);
        issued.ifPresent(pending -> auditTrail.record(
                AuditAction.SECRET_EMAILED,
                null,
                userId,
                users.find(userId).map(User::email).orElse(""),
                SecretMail.SECRET_ENFORCED.name()));
        // Of two concurrent calls, the second uses the secret of the first
        return issued.or(() ->
                Optional.of(enrolments.find(userId)).filter(current -> current.isPendingInMailboxAt(clock.instant())));
    }
}
