package dev.latchkey.twofactor;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailProperties;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Composes {@link SecretMail}s from what the enrolment holds at the moment of sending. */
@Component
class SecretMailComposer implements MailComposer {

    private static final String ON_SCREEN = "mail.secret.on-screen";

    private final UserService users;
    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final SecretIssuer issuer;
    private final MailedSecretHold hold;
    private final SecretCipher cipher;
    private final MailProperties properties;
    private final MessageSource messages;
    private final Clock clock;

    SecretMailComposer(
            UserService users,
            AccountService accounts,
            EnrolmentRepository enrolments,
            SecretIssuer issuer,
            MailedSecretHold hold,
            SecretCipher cipher,
            MailProperties properties,
            MessageSource messages,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.issuer = issuer;
        this.hold = hold;
        this.cipher = cipher;
        this.properties = properties;
        this.messages = messages;
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
        var locale = user.locale();
        var secret = cipher.decrypt(Objects.requireNonNull(enrolment.secretCiphertext()), user.id());
        var keyUri = KeyUri.of(secret, account.companyName(), user.email());
        var blocks = opening(text(mail.messageKey() + ".text", locale, account.companyName(), user.email()), user);
        blocks.add(new MailBlock.Paragraph(text("mail.secret.how", locale)));
        blocks.add(new MailBlock.SecretKey(
                text("enrolment.secret-key", locale),
                secret.grouped(),
                text("enrolment.qr-code.alternative", locale, secret.grouped()),
                QrCode.png(keyUri)));
        blocks.add(new MailBlock.Paragraph(text(
                "mail.secret.expiry",
                locale,
                Duration.between(clock.instant(), Objects.requireNonNull(enrolment.expiresAt()))
                        .plusMinutes(59)
                        .toHours())));
        close(blocks, "mail.secret.keep", locale);
        return new MailContent(
                user.email(), locale, text(mail.messageKey() + ".subject", locale, account.companyName()), blocks);
    }

    private MailContent announcement(SecretMail mail, Account account, User user, String whereKey) {
        var locale = user.locale();
        var company = account.companyName();
        // Where the secret is held, it is told what is asked of them as ever, and why it is not here
        var isResetOnScreen = mail == SecretMail.SECRET_RESET && ON_SCREEN.equals(whereKey);
        var blocks = opening(
                isResetOnScreen
                        ? text("mail.secret-reset.on-screen-text", locale, company, user.email())
                        : text(mail.messageKey() + ".text", locale, company, user.email()),
                user);
        blocks.add(new MailBlock.Paragraph(text(whereKey, locale)));
        close(blocks, "mail.secret.keep-on-screen", locale);
        return new MailContent(
                user.email(),
                locale,
                isResetOnScreen
                        ? text("mail.secret-reset.on-screen-subject", locale, company)
                        : text(mail.messageKey() + ".subject", locale, company),
                blocks);
    }

    private List<MailBlock> opening(String text, User user) {
        var blocks = new ArrayList<MailBlock>();
        blocks.add(new MailBlock.Paragraph(text("mail.greeting", user.locale(), user.displayName())));
        blocks.add(new MailBlock.Paragraph(text));
        return blocks;
    }

    private void close(List<MailBlock> blocks, String adviceKey, Locale locale) {
        blocks.add(new MailBlock.Link(text("mail.secret.link", locale), properties.linkTo("/login")));
        blocks.add(new MailBlock.Paragraph(text(adviceKey, locale)));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
