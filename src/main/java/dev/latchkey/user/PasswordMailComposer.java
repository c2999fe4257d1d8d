package dev.latchkey.user;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Composes {@link PasswordMail}s, and makes the link only then: no token ever waits in the outbox. */
@Component
class PasswordMailComposer implements MailComposer {

    private static final String RESET_PATH = "/reset-password";

    private final UserRepository users;
    private final PasswordRepository passwords;
    private final SingleMailboxRule mailbox;
    private final AccountService accounts;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final MailProperties properties;
    private final MessageSource messages;
    private final Clock clock;

    PasswordMailComposer(
            UserRepository users,
            PasswordRepository passwords,
            SingleMailboxRule mailbox,
            AccountService accounts,
            OneTimeLinks links,
            TransactionTemplate transaction,
            MailProperties properties,
            MessageSource messages,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.mailbox = mailbox;
        this.accounts = accounts;
        this.links = links;
        this.transaction = transaction;
        this.properties = properties;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean composes(String kind) {
        return Arrays.stream(PasswordMail.values()).anyMatch(mail -> mail.name().equals(kind));
    }

    @Override
    public Optional<MailContent> compose(String kind, long recipientId, long reference) {
        var mail = PasswordMail.valueOf(kind);
        return users.findById(recipientId).filter(User::isActive).flatMap(user -> switch (mail) {
            case PASSWORD_RESET -> reset(user, Instant.ofEpochSecond(reference));
            case PASSWORD_RESET_HELD -> held(user);
            case PASSWORD_RESET_WAITING ->
                // Of whoever waits now, should the one it was about not do so any more: the message may stand for
                // several
                Optional.of(reference)
                        .filter(mailbox::holdsPassword)
                        .or(() -> passwords.waiting(clock.instant()))
                        .flatMap(users::findById)
                        .map(asker -> waiting(
                                user,
                                asker,
                                "mail.password-reset-waiting.subject",
                                "mail.password-reset-waiting.text",
                                "mail.password-reset-waiting.how"));
            case SECRET_HELD -> secretHeld(user);
            case SECRET_WAITING ->
                users.findById(reference)
                        .filter(asker -> mailbox.holdsSecretUntil(asker.id()).isPresent())
                        .map(asker -> waiting(
                                user,
                                asker,
                                "mail.secret-waiting.subject",
                                "mail.secret-waiting.text",
                                "mail.secret-waiting.how"));
            case PASSWORD_RESET_DONE -> Optional.of(notice(user, "mail.notice.password-reset"));
            case PASSWORD_CHANGED -> Optional.of(notice(user, "mail.notice.password-changed"));
        });
    }

    private Optional<MailContent> reset(User user, Instant askedAt) {
        var now = clock.instant();
        // A mail server that was down for long: whoever still wants the link has asked again
        if (mailbox.holdsPassword(user.id()) || !now.isBefore(askedAt.plus(PasswordReset.LINK_LIFE))) {
            return Optional.empty();
        }
        var locale = user.locale();
        // Beside the link of an earlier try, which may have arrived although nobody knows
        var token = transaction.execute(
                status -> links.issueBeside(LinkPurpose.PASSWORD_RESET, user.id(), PasswordReset.LINK_LIFE));
        return Optional.of(content(
                user,
                "mail.password-reset.subject",
                paragraph("mail.password-reset.text", locale, companyName(), user.email()),
                new MailBlock.Link(
                        text("mail.password-reset.link", locale), properties.linkTo(RESET_PATH + "/" + token)),
                paragraph("mail.password-reset.unexpected", locale)));
    }

    private Optional<MailContent> held(User user) {
        var locale = user.locale();
        return mailbox.holdsPassword(user.id())
                ? Optional.of(content(
                        user,
                        "mail.password-reset-held.subject",
                        paragraph("mail.password-reset-held.text", locale, companyName(), user.email()),
                        paragraph("mail.password-reset-held.how", locale)))
                : Optional.empty();
    }

    private Optional<MailContent> secretHeld(User user) {
        var locale = user.locale();
        return mailbox.holdsSecretUntil(user.id())
                .map(until -> content(
                        user,
                        "mail.secret-held.subject",
                        paragraph("mail.secret-held.text", locale, companyName(), user.email()),
                        paragraph("mail.secret-held.how", locale)));
    }

    private MailContent waiting(User administrator, User asker, String subject, String text, String how) {
        var locale = administrator.locale();
        return content(
                administrator,
                subject,
                paragraph(text, locale, companyName(), asker.email(), asker.displayName()),
                paragraph(how, locale),
                new MailBlock.Link(
                        text("mail.password-reset-waiting.link", locale),
                        properties.linkTo("/access-management/users")));
    }

    private MailContent notice(User user, String key) {
        var locale = user.locale();
        return content(
                user,
                key + ".subject",
                paragraph(key + ".text", locale, companyName(), user.email()),
                paragraph("mail.notice.password.not-you", locale),
                new MailBlock.Link(text("mail.notice.password.again", locale), properties.linkTo(RESET_PATH)));
    }

    private MailContent content(User user, String subjectKey, MailBlock... blocks) {
        var locale = user.locale();
        var greeted = new ArrayList<MailBlock>();
        greeted.add(paragraph("mail.greeting", locale, user.displayName()));
        greeted.addAll(List.of(blocks));
        return new MailContent(user.email(), locale, text(subjectKey, locale, companyName()), greeted);
    }

    private String companyName() {
        return accounts.current().companyName();
    }

    private MailBlock.Paragraph paragraph(String key, Locale locale, Object... arguments) {
        return new MailBlock.Paragraph(text(key, locale, arguments));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
