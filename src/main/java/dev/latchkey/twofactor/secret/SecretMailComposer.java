package dev.latchkey.twofactor.secret;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.twofactor.Enrolment;
import dev.latchkey.twofactor.EnrolmentRepository;
import dev.latchkey.twofactor.keyset.SecretCipher;
import dev.latchkey.twofactor.totp.KeyUri;
import dev.latchkey.twofactor.totp.QrCode;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Composes {@link SecretMail}s from what the enrolment holds at the moment of sending. */
@Component
class SecretMailComposer implements MailComposer {

    private static final String ON_SCREEN = "mail.secret.on-screen";
    private static final String LOGIN_PATH = "/login";

    private final UserService users;
    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final SecretIssuer issuer;
    private final MailedSecretHold hold;
    private final SecretCipher cipher;
    private final MailDrafts drafts;
    private final Clock clock;

    SecretMailComposer(
            UserService users,
            AccountService accounts,
            EnrolmentRepository enrolments,
            SecretIssuer issuer,
            MailedSecretHold hold,
            SecretCipher cipher,
            MailDrafts drafts,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.issuer = issuer;
        this.hold = hold;
        this.cipher = cipher;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public boolean composes(String kind) {
        return Arrays.stream(SecretMail.values()).anyMatch(mail -> mail.name().equals(kind));
    }

    @Override
    public Optional<MailContent> compose(String kind, long recipientId, long reference) {
        var mail = SecretMail.valueOf(kind);
        var user = users.find(recipientId).filter(User::isActive);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        var account = accounts.current();
        var held = hold.until(enrolments.find(recipientId)).isPresent();
        if (held || !account.mailsSecrets()) {
            var where = account.mailsSecrets() ? "mail.secret.held" : ON_SCREEN;
            return isAwaited(mail, account, recipientId, reference)
                    ? Optional.of(announcement(mail, account, user.get(), where))
                    : Optional.empty();
        }
        var enrolment = mail == SecretMail.SECRET_ENFORCED
                ? issuer.forEnforcement(recipientId, reference)
                : Optional.of(enrolments.find(recipientId))
                        .filter(current ->
                                current.version() == reference && current.isPendingInMailboxAt(clock.instant()));
        return enrolment.map(pending -> withSecret(mail, account, user.get(), pending));
    }

    /** Whether what the message announces is still to come, where the secret is not in it. */
    private boolean isAwaited(SecretMail mail, Account account, long userId, long reference) {
        var enrolment = enrolments.find(userId);
        return !enrolment.isProven()
                && switch (mail) {
                    case SECRET_ENFORCED -> account.isTwoFactorEnforced() && account.enforcementVersion() == reference;
                    case SECRET_RESET -> enrolment.version() == reference;
                    case SECRET_AT_SIGN_IN, SECRET_AGAIN -> false;
                };
    }

    private MailContent withSecret(SecretMail mail, Account account, User user, Enrolment enrolment) {
        var company = account.companyName();
        var secret = cipher.decrypt(Objects.requireNonNull(enrolment.secretCiphertext()), user.id());
        var hours = Duration.between(clock.instant(), Objects.requireNonNull(enrolment.expiresAt()))
                .plusMinutes(59)
                .toHours();
        return drafts.greeting(user)
                .paragraph(mail.messageKey() + ".text", company, user.email())
                .paragraph("mail.secret.how")
                .secretKey(secret.grouped(), QrCode.png(KeyUri.of(secret, company, user.email())))
                .paragraph("mail.secret.expiry", hours)
                .link("mail.secret.link", LOGIN_PATH)
                .paragraph("mail.secret.keep")
                .under(mail.messageKey() + ".subject", company);
    }

    private MailContent announcement(SecretMail mail, Account account, User user, String whereKey) {
        var company = account.companyName();
        // Where the secret is held, it is told what is asked of them as ever, and why it is not here
        var isResetOnScreen = mail == SecretMail.SECRET_RESET && ON_SCREEN.equals(whereKey);
        return drafts.greeting(user)
                .paragraph(
                        isResetOnScreen ? "mail.secret-reset.on-screen-text" : mail.messageKey() + ".text",
                        company,
                        user.email())
                .paragraph(whereKey)
                .link("mail.secret.link", LOGIN_PATH)
                .paragraph("mail.secret.keep-on-screen")
                .under(
                        isResetOnScreen ? "mail.secret-reset.on-screen-subject" : mail.messageKey() + ".subject",
                        company);
    }
}
