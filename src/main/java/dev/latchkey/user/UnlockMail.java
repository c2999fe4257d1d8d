package dev.latchkey.user;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails the link of {@link UnlockLink}, and makes it only then: no token ever waits in the outbox. */
@Component
class UnlockMail implements MailComposer {

    static final String KIND = "UNLOCK_LINK";

    private final UserRepository users;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final AccountService accounts;
    private final MailProperties properties;
    private final MessageSource messages;
    private final Clock clock;

    UnlockMail(
            UserRepository users,
            OneTimeLinks links,
            TransactionTemplate transaction,
            AccountService accounts,
            MailProperties properties,
            MessageSource messages,
            Clock clock) {
        this.users = users;
        this.links = links;
        this.transaction = transaction;
        this.accounts = accounts;
        this.properties = properties;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean composes(String kind) {
        return KIND.equals(kind);
    }

    @Override
    public Optional<MailContent> compose(String kind, long recipientId, long reference) {
        // A mail server that was down for long: whoever still cannot log in has been unlocked again
        return clock.instant().isBefore(Instant.ofEpochSecond(reference).plus(UnlockLink.LIFE))
                ? users.findById(recipientId).filter(User::isActive).map(this::content)
                : Optional.empty();
    }

    private MailContent content(User user) {
        var locale = user.locale();
        var company = accounts.current().companyName();
        // Beside the link of an earlier try, which may have arrived although nobody knows
        var token = transaction.execute(status -> links.issueBeside(LinkPurpose.UNLOCK, user.id(), UnlockLink.LIFE));
        return new MailContent(
                user.email(),
                locale,
                text("mail.unlock.subject", locale, company),
                List.of(
                        paragraph("mail.greeting", locale, user.displayName()),
                        paragraph("mail.unlock.text", locale, company, user.email()),
                        paragraph("mail.unlock.how", locale),
                        new MailBlock.Link(text("mail.unlock.link", locale), properties.linkTo("/unlock/" + token)),
                        paragraph("mail.unlock.once", locale)));
    }

    private MailBlock.Paragraph paragraph(String key, Locale locale, Object... arguments) {
        return new MailBlock.Paragraph(text(key, locale, arguments));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
