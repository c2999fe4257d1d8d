package dev.latchkey.twofactor.reset;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.code.CodeAttempts;
import dev.latchkey.twofactor.enforcement.EnforcementLift;
import dev.latchkey.twofactor.enforcement.group.GroupEnforcementLift;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.enrolment.store.SecretOrigin;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.notice.SecurityNotice;
import dev.latchkey.twofactor.secret.SecretIssuer;
import dev.latchkey.twofactor.secret.SecretMail;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.administration.ConsoleAccess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Emergency access for the owner of the server, when no administrator can help. It asks for no password: somebody with the database
 * and the keyset already has full access. Each use is recorded in the audit trail, without an actor, and all administrators are
 * notified. Only for the console: no page may call it.
 */
@Service
@NamedInterface("api")
public class BreakGlass {

    private static final String DETAIL = "break-glass";

    private final AccountService accounts;
    private final ConsoleAccess access;
    private final EnrolmentRepository enrolments;
    private final EnforcementLift lift;
    private final GroupEnforcementLift groupLift;
    private final CodeAttempts attempts;
    private final SecretIssuer issuer;
    private final SecretCipher cipher;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    BreakGlass(
            AccountService accounts,
            ConsoleAccess access,
            EnrolmentRepository enrolments,
            EnforcementLift lift,
            GroupEnforcementLift groupLift,
            CodeAttempts attempts,
            SecretIssuer issuer,
            SecretCipher cipher,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.enrolments = enrolments;
        this.lift = lift;
        this.groupLift = groupLift;
        this.attempts = attempts;
        this.issuer = issuer;
        this.cipher = cipher;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Removes what keeps the user out and gives them a new secret that waits for its first code; the password is still needed. A
     * user whose sign-in needs no code gets none.
     *
     * @throws RefusedException as for {@link ConsoleAccess#reopen}
     */
    @Transactional
    public Reopened reopen(EmailAddress email) {
        var account = accounts.held();
        var user = access.reopen(email);
        attempts.reset(user.id());
        var needed = enrolments.find(user.id()).needsCode(account, clock.instant());
        var reopened = needed ? withSecret(account, user) : new Reopened(user, Optional.empty(), Duration.ZERO);
        auditTrail.record(AuditAction.BREAK_GLASS_REOPENED, null, user.id(), user.email(), DETAIL);
        notifyAbout(SecurityNotice.BREAK_GLASS_REOPENED, new UserReference(user.id()), Optional.of(user.id()));
        return reopened;
    }

    /**
     * Makes two-factor authentication each user's choice again; users who have turned it on themselves keep it.
     *
     * @throws RefusedException if it is neither enforced nor planned
     */
    @Transactional
    public void liftEnforcement() {
        var version = accounts.current().enforcementVersion();
        var lifted = lift.lift(version) || lift.cancel(version);
        if (!groupLift.liftAll() && !lifted) {
            throw new RefusedException("break-glass.refused.not-enforced");
        }
        auditTrail.record(AuditAction.BREAK_GLASS_LIFTED, null, null, "", DETAIL);
        notifyAbout(SecurityNotice.BREAK_GLASS_LIFTED, Nothing.NOTHING, Optional.empty());
    }

    private Reopened withSecret(Account account, User user) {
        enrolments.voidSecret(user.id());
        SecretMail.KINDS.forEach(mail -> outbox.withdraw(mail, user.id()));
        var enrolment = issuer.issue(enrolments.find(user.id()), SecretOrigin.ON_CONSOLE)
                .orElseThrow(() -> new RefusedException("break-glass.refused.changed", user.email()));
        var secret = cipher.decrypt(Objects.requireNonNull(enrolment.secretCiphertext()), user.id());
        Instant issued = Objects.requireNonNull(enrolment.issuedAt());
        return new Reopened(
                user,
                Optional.of(ProposedEnrolment.of(secret, enrolment.version(), account.companyName(), user.email())),
                Duration.between(issued, Objects.requireNonNull(enrolment.expiresAt())));
    }

    private <R> void notifyAbout(MailKind<R> notice, R about, Optional<Long> user) {
        var recipients = new TreeSet<>(access.activeAdministrators());
        user.ifPresent(recipients::add);
        recipients.forEach(recipient -> outbox.enqueue(notice, recipient, about));
    }

    /**
     * The result for a user.
     *
     * @param secret empty if their sign-in needs no code
     * @param secretLife how long the secret waits for its first code
     */
    public record Reopened(User user, Optional<ProposedEnrolment> secret, Duration secretLife) {}
}
