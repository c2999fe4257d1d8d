package dev.latchkey.twofactor;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailProperties;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Composes the notices of {@link SecurityNotice}. */
@Component
class SecurityNoticeComposer implements MailComposer {

    private final UserService users;
    private final AccountService accounts;
    private final MailProperties properties;
    private final MessageSource messages;

    SecurityNoticeComposer(
            UserService users, AccountService accounts, MailProperties properties, MessageSource messages) {
        this.users = users;
        this.accounts = accounts;
        this.properties = properties;
        this.messages = messages;
    }

    @Override
    public boolean composes(String kind) {
        return Arrays.stream(SecurityNotice.values())
                .anyMatch(notice -> notice.name().equals(kind));
    }

    @Override
    public Optional<MailContent> compose(String kind, long recipientId, long reference) {
        var notice = SecurityNotice.valueOf(kind);
        var company = accounts.current().companyName();
        var actor = users.find(reference).map(User::displayName).orElse(company);
        return users.find(recipientId).map(user -> notice(notice, user, company, actor, reference));
    }

    private MailContent notice(SecurityNotice notice, User user, String company, String actor, long reference) {
        var locale = user.locale();
        return new MailContent(
                user.email(),
                locale,
                text(notice.messageKey() + ".subject", locale, company, user.email(), actor),
                List.of(
                        new MailBlock.Paragraph(text("mail.greeting", locale, user.displayName())),
                        new MailBlock.Paragraph(
                                text(notice.messageKey() + ".text", locale, company, user.email(), actor, reference)),
                        new MailBlock.Paragraph(text(notice.adviceKey(), locale)),
                        new MailBlock.Link(text("mail.notice.profile", locale), properties.linkTo("/profile"))));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
