package dev.latchkey.user;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailProperties;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a user that strangers keep their login waiting by wrong passwords, and the two ways in that these do not close. */
@Component
class GuessedPasswordMail implements MailComposer {

    static final String KIND = "PASSWORD_GUESSED";

    private final UserRepository users;
    private final AccountService accounts;
    private final MailProperties properties;
    private final MessageSource messages;

    GuessedPasswordMail(
            UserRepository users, AccountService accounts, MailProperties properties, MessageSource messages) {
        this.users = users;
        this.accounts = accounts;
        this.properties = properties;
        this.messages = messages;
    }

    @Override
    public boolean composes(String kind) {
        return KIND.equals(kind);
    }

    @Override
    public Optional<MailContent> compose(String kind, long recipientId, long reference) {
        return users.findById(recipientId).filter(User::isActive).map(this::content);
    }

    private MailContent content(User user) {
        var locale = user.locale();
        var company = accounts.current().companyName();
        return new MailContent(
                user.email(),
                locale,
                text("mail.password-guessed.subject", locale, company),
                List.of(
                        paragraph("mail.greeting", locale, user.displayName()),
                        paragraph("mail.password-guessed.text", locale, company, user.email()),
                        paragraph("mail.password-guessed.known", locale),
                        paragraph("mail.password-guessed.elsewhere", locale),
                        new MailBlock.Link(
                                text("mail.password-guessed.link", locale), properties.linkTo("/reset-password")),
                        paragraph("mail.password-guessed.yourself", locale)));
    }

    private MailBlock.Paragraph paragraph(String key, Locale locale, Object... arguments) {
        return new MailBlock.Paragraph(text(key, locale, arguments));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
