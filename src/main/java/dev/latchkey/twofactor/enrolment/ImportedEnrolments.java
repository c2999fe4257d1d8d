package dev.latchkey.twofactor.enrolment;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.enrolment.store.AppEntryRepository;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.notice.SecurityNotice;
import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.group.AdministratorGuard;
import dev.latchkey.user.password.reset.PasswordResetHold;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enrolments that users bring along from another server, whose app they have. */
@Component
public class ImportedEnrolments {

    private final EnrolmentRepository enrolments;
    private final AppEntryRepository entries;
    private final SecretCipher cipher;
    private final UserService users;
    private final AdministratorGuard administrators;
    private final SingleMailboxRule mailbox;
    private final PasswordResetHold passwordResetHold;
    private final AuditTrail auditTrail;
    private final Outbox outbox;
    private final Clock clock;

    ImportedEnrolments(
            EnrolmentRepository enrolments,
            AppEntryRepository entries,
            SecretCipher cipher,
            UserService users,
            AdministratorGuard administrators,
            SingleMailboxRule mailbox,
            PasswordResetHold passwordResetHold,
            AuditTrail auditTrail,
            Outbox outbox,
            Clock clock) {
        this.enrolments = enrolments;
        this.entries = entries;
        this.cipher = cipher;
        this.users = users;
        this.administrators = administrators;
        this.mailbox = mailbox;
        this.passwordResetHold = passwordResetHold;
        this.auditTrail = auditTrail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Makes the secret the user's, as proven. A code that is valid now may have been used at the other server, so the first one that
     * is accepted here is of a later time.
     *
     * @param entry how the app names it; empty if that is not known
     * @return empty, and nothing is changed, if the user has a proven secret
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Adopted> adopt(
            long userId, TotpSecret secret, TotpParameters parameters, Optional<AppEntry> entry) {
        var now = clock.instant();
        var before = enrolments.find(userId);
        var ciphertext = cipher.encrypt(secret, userId);
        if (!enrolments.adopt(userId, before.version(), ciphertext, parameters, parameters.latestStepAt(now), now)) {
            return Optional.empty();
        }
        entry.ifPresent(name -> entries.store(userId, before.version() + 1, name));
        return Optional.of(new Adopted(before.version() + 1, before.personalSwitch()));
    }

    /** For a new user whose app cannot be imported: they needed a code there, so they need one here, and set up a new app. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireNewApp(long userId) {
        enrolments.switchOnWithoutSecret(userId);
    }

    /**
     * Why an existing user cannot get a secret from that administrator: the key of the message with which
     * {@link #adoptForExisting} would refuse it. Other changes of administrators wait for the end of the transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> refusalFor(long actorId, long userId) {
        if (administrators.isIrreplaceable(userId)) {
            return Optional.of("access.refused.last-administrator");
        }
        return mailbox.refusesSecretFrom(actorId, userId)
                ? Optional.of("access.refused.own-address-change")
                : Optional.empty();
    }

    /**
     * Like {@link #adopt}, for a user who exists already: their sessions end, they get a notice, and for some time a new password by
     * mail needs an administrator's approval, as after a reset.
     *
     * @throws dev.latchkey.common.RefusedException if no administrator who can sign in would remain, or the actor gave the user an
     *     address whose mailbox is held
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Adopted> adoptForExisting(
            long actorId, long userId, TotpSecret secret, TotpParameters parameters, Optional<AppEntry> entry) {
        administrators.requireAnotherThan(userId);
        mailbox.requireSecretFrom(actorId, userId);
        var adopted = adopt(userId, secret, parameters, entry);
        adopted.ifPresent(now -> {
            users.endSessions(userId);
            passwordResetHold.begin(actorId, userId);
            auditTrail.record(AuditAction.TWO_FACTOR_TURNED_ON, actorId, userId, emailOf(userId));
            outbox.tell(SecurityNotice.TWO_FACTOR_TURNED_ON, userId);
        });
        return adopted;
    }

    /** Takes back what {@link #adoptForExisting} did, if the secret is still the user's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdraw(long actorId, long userId, Adopted adopted) {
        if (!enrolments.withdraw(userId, adopted.version(), adopted.personalSwitch())) {
            return false;
        }
        auditTrail.record(AuditAction.TWO_FACTOR_TURNED_OFF, actorId, userId, emailOf(userId));
        outbox.tell(SecurityNotice.TWO_FACTOR_TURNED_OFF, userId);
        return true;
    }

    private String emailOf(long userId) {
        return users.find(userId).map(User::email).orElse("");
    }

    /**
     * An adopted secret.
     *
     * @param version of the enrolment with it
     * @param personalSwitch the user's before it
     */
    public record Adopted(long version, boolean personalSwitch) {}
}
