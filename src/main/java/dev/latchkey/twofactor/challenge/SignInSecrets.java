package dev.latchkey.twofactor.challenge;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.ReaderTime;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.delivery.Deliveries;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import dev.latchkey.twofactor.enrolment.store.AppEntryRepository;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.enrolment.store.SecretOrigin;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.secret.MailedSecretHold;
import dev.latchkey.twofactor.secret.SecretIssuer;
import dev.latchkey.twofactor.secret.SecretMail;
import dev.latchkey.twofactor.secret.SecretVersion;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.password.reset.PasswordResetHold;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ensures that users who must give a code at sign-in have a secret for it. */
@Service
@NamedInterface("api")
public class SignInSecrets {

    private final EnrolmentRepository enrolments;
    private final AppEntryRepository entries;
    private final SecretIssuer issuer;
    private final MailedSecretHold hold;
    private final PasswordResetHold passwordResetHold;
    private final SecretCipher cipher;
    private final AccountService accounts;
    private final UserService users;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final AuditTrail auditTrail;
    private final Clock clock;

    SignInSecrets(
            EnrolmentRepository enrolments,
            AppEntryRepository entries,
            SecretIssuer issuer,
            MailedSecretHold hold,
            PasswordResetHold passwordResetHold,
            SecretCipher cipher,
            AccountService accounts,
            UserService users,
            Outbox outbox,
            Deliveries deliveries,
            AuditTrail auditTrail,
            Clock clock) {
        this.enrolments = enrolments;
        this.entries = entries;
        this.issuer = issuer;
        this.hold = hold;
        this.passwordResetHold = passwordResetHold;
        this.cipher = cipher;
        this.accounts = accounts;
        this.users = users;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Mails a secret to a user who has just entered the correct password, needs a code and has no secret; if it is held, notifies
     * them and the administrators.
     */
    @Transactional
    public void ensureAfterPassword(long userId) {
        var account = accounts.held();
        var enrolment = enrolments.find(userId);
        var now = clock.instant();
        if (!account.mailsSecrets() || enrolment.isProven() || enrolment.isPendingFromConsoleAt(now)) {
            return;
        }
        if (hold.until(enrolment).isPresent()) {
            passwordResetHold.notifyOfWaitingSecret(userId);
        } else if (!enrolment.isPendingInMailboxAt(now)) {
            mail(enrolment, SecretMail.SECRET_AT_SIGN_IN);
        }
    }

    /**
     * What the code step asks the user for. If secrets are shown on screen, this generates a new one for each sign-in, so that
     * nobody knows it from an earlier one.
     *
     * @param shownVersion of the secret that this sign-in has already been shown, for example after a wrong code
     */
    @DuringTheirSignIn
    @Transactional
    public Challenge challengeOf(long userId, OptionalLong shownVersion) {
        var account = accounts.held();
        var enrolment = enrolments.find(userId);
        var now = clock.instant();
        if (enrolment.isProven() || enrolment.isPendingFromConsoleAt(now)) {
            return new Challenge.ProvenApp(entries.find(enrolment));
        }
        if (account.mailsSecrets()) {
            var heldUntil = hold.until(enrolment);
            return heldUntil.isPresent()
                    ? new Challenge.HeldSecret(heldUntil.get(), zoneOf(userId))
                    : mailedSecret(userId, enrolment.isPendingInMailboxAt(now));
        }
        var again = shownVersion.isPresent()
                && shownVersion.getAsLong() == enrolment.version()
                && enrolment.isPendingAt(now);
        var shown = again ? Optional.of(enrolment) : issuer.issue(enrolment, SecretOrigin.ON_SCREEN);
        return new Challenge.ShownSecret(
                shown.map(this::shown).orElseThrow(() -> new RefusedException("enrolment.superseded")));
    }

    /**
     * Mails the user a new secret instead of one that was never proven; if such a mail is already waiting, it is retried at once
     * instead.
     *
     * @throws RefusedException if they have had {@value Outbox#MESSAGES_AN_HOUR} within the hour, or need none, or it is held
     */
    @DuringTheirSignIn
    @Transactional
    public void mailAgain(long userId) {
        var account = accounts.held();
        var enrolment = enrolments.find(userId);
        if (!enrolment.needsCode(account, clock.instant())
                || !account.mailsSecrets()
                || enrolment.isProven()
                || enrolment.isPendingFromConsoleAt(clock.instant())) {
            throw new RefusedException("challenge.refused.not-mailed");
        }
        if (hold.until(enrolment).isPresent()) {
            throw new RefusedException("challenge.refused.held");
        }
        if (outbox.isSpent(SecretMail.SECRET_AGAIN, userId)) {
            throw new RefusedException("challenge.refused.too-many-mails", Outbox.MESSAGES_AN_HOUR);
        }
        // An unsent mail is as fresh as a new one
        var waits = enrolment.isPendingInMailboxAt(clock.instant())
                && outbox.retryNow(SecretMail.SECRET_AGAIN, userId, SecretVersion.of(enrolment));
        if (!waits) {
            mail(enrolment, SecretMail.SECRET_AGAIN);
        }
    }

    private Challenge.MailedSecret mailedSecret(long userId, boolean isPending) {
        var mail = deliveries.latestTo(userId, SecretMail.KINDS);
        var state = mail.filter(latest -> latest.status() != DeliveryStatus.SENT)
                .map(SignInSecrets::unsent)
                .orElse(isPending ? Challenge.MailState.SENT : Challenge.MailState.EXPIRED);
        return new Challenge.MailedSecret(
                state, mail.filter(latest -> state == Challenge.MailState.SENT).map(Delivery::at));
    }

    private static Challenge.MailState unsent(Delivery mail) {
        if (mail.status() == DeliveryStatus.FAILED) {
            return Challenge.MailState.REFUSED;
        }
        return mail.problem() == null ? Challenge.MailState.QUEUED : Challenge.MailState.DELAYED;
    }

    private void mail(Enrolment enrolment, MailKind<SecretVersion> mail) {
        var userId = enrolment.userId();
        // The administrator who sent the previous one has vouched for this mailbox
        var origin = enrolment.isVouchedFor() && enrolment.isPendingAt(clock.instant())
                ? SecretOrigin.AFTER_RESET
                : SecretOrigin.BY_EMAIL;
        issuer.issue(enrolment, origin).ifPresent(pending -> {
            SecretMail.KINDS.forEach(kind -> outbox.withdraw(kind, userId));
            outbox.replace(mail, userId, SecretVersion.of(pending));
            auditTrail.record(AuditAction.SECRET_EMAILED, userId, userId, emailOf(userId), mail.name());
        });
    }

    private ProposedEnrolment shown(Enrolment pending) {
        var secret = cipher.decrypt(Objects.requireNonNull(pending.secretCiphertext()), pending.userId());
        return ProposedEnrolment.of(secret, pending.version(), issuer.entryOf(pending));
    }

    private ZoneId zoneOf(long userId) {
        return users.find(userId).flatMap(User::zone).orElse(ReaderTime.UTC);
    }

    private String emailOf(long userId) {
        return users.find(userId).map(User::email).orElse("");
    }
}
