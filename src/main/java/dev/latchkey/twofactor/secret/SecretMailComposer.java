package dev.latchkey.twofactor.secret;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailKind;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Composes {@link SecretMail}s from the enrolment at the moment of sending. */
@Component
class SecretMailComposer implements MailComposer {

    private final UserService users;
    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final SecretIssuer issuer;
    private final MailedSecretHold hold;
    private final SecretCipher cipher;
    private final SecretMailText text;
    private final Clock clock;

    SecretMailComposer(
            UserService users,
            AccountService accounts,
            EnrolmentRepository enrolments,
            SecretIssuer issuer,
            MailedSecretHold hold,
            SecretCipher cipher,
            SecretMailText text,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.issuer = issuer;
        this.hold = hold;
        this.cipher = cipher;
        this.text = text;
        this.clock = clock;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(
                new Composition<>(SecretMail.SECRET_ENFORCED, this::enforced),
                ofSecret(SecretMail.SECRET_RESET),
                ofSecret(SecretMail.SECRET_AT_SIGN_IN),
                ofSecret(SecretMail.SECRET_AGAIN));
    }

    private Optional<MailContent> enforced(long recipientId, EnforcementVersion enforcement) {
        return compose(
                SecretMail.SECRET_ENFORCED,
                recipientId,
                (account, enrolment) -> enforcement.isOnFor(enrolment, account, clock.instant()),
                enrolment -> issuer.forEnforcement(recipientId, enforcement));
    }

    private Composition<SecretVersion> ofSecret(MailKind<SecretVersion> mail) {
        return new Composition<>(
                mail,
                (recipientId, secret) -> compose(
                        mail,
                        recipientId,
                        // Only a reset is announced if the secret is not mailed
                        (account, enrolment) -> mail.equals(SecretMail.SECRET_RESET) && secret.isOf(enrolment),
                        enrolment -> Optional.of(enrolment)
                                .filter(secret::isOf)
                                .filter(current -> current.isPendingInMailboxAt(clock.instant()))));
    }

    /**
     * Composes the mail with the secret, or without it if it must not be mailed.
     *
     * @param isAwaited whether the announced secret is still to come
     * @param secret the current secret to mail; empty if none should be mailed any more
     */
    private Optional<MailContent> compose(
            MailKind<?> mail,
            long recipientId,
            BiPredicate<Account, Enrolment> isAwaited,
            Function<Enrolment, Optional<Enrolment>> secret) {
        var user = users.find(recipientId).filter(User::isActive);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        var account = accounts.current();
        var enrolment = enrolments.find(recipientId);
        if (hold.until(enrolment).isPresent() || !account.mailsSecrets()) {
            return !enrolment.isProven() && isAwaited.test(account, enrolment)
                    ? Optional.of(announcement(mail, account, user.get()))
                    : Optional.empty();
        }
        return secret.apply(enrolment).map(pending -> withSecret(mail, account, user.get(), pending));
    }

    private MailContent withSecret(MailKind<?> mail, Account account, User user, Enrolment enrolment) {
        var secret = cipher.decrypt(Objects.requireNonNull(enrolment.secretCiphertext()), user.id());
        return text.withSecret(
                mail, account, user, secret, issuer.entryOf(enrolment), Objects.requireNonNull(enrolment.expiresAt()));
    }

    private MailContent announcement(MailKind<?> mail, Account account, User user) {
        // If the secret is held, the mail still says what to do, and why the secret is not included
        return account.mailsSecrets() ? text.held(mail, account, user) : text.onScreen(mail, account, user);
    }
}
