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
import org.springframework.transaction.support.TransactionTemplate;

/** Composes the invitation, and only then makes its link: no token ever waits in the outbox. */
@Component
class InvitationMail implements MailComposer {

    private final UserRepository users;
    private final AccountService accounts;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final MailProperties properties;
    private final MessageSource messages;

    InvitationMail(
            UserRepository users,
            AccountService accounts,
            OneTimeLinks links,
            TransactionTemplate transaction,
            MailProperties properties,
            MessageSource messages) {
        this.users = users;
        this.accounts = accounts;
        this.links = links;
        this.transaction = transaction;
        this.properties = properties;
        this.messages = messages;
    }

    @Override
    public boolean composes(String kind) {
        return Invitations.MAIL.equals(kind);
    }

    @Override
    public Optional<MailContent> compose(String kind, long recipientId, long reference) {
        return users.findById(recipientId)
                .filter(user -> user.status() == UserStatus.INVITED)
                .map(user -> invitation(user, reference));
    }

    private MailContent invitation(User user, long inviterId) {
        var company = accounts.current().companyName();
        var inviter = users.findById(inviterId);
        // Nobody knows yet what language an invited person reads
        var locale = inviter.orElse(user).locale();
        var inviterName = inviter.map(User::displayName).orElse(company);
        // Beside the link of an earlier try, which may have arrived although nobody knows
        var token = transaction.execute(
                status -> links.issueBeside(LinkPurpose.INVITATION, user.id(), Registration.INVITATION_LIFE));
        return new MailContent(
                user.email(),
                locale,
                text("mail.invitation.subject", locale, company),
                List.of(
                        new MailBlock.Paragraph(text("mail.invitation.text", locale, inviterName, company)),
                        new MailBlock.Paragraph(text(
                                "mail.invitation.expiry", locale, Registration.INVITATION_LIFE.toDays(), user.email())),
                        new MailBlock.Link(text("mail.invitation.link", locale), properties.linkTo("/signup/" + token)),
                        new MailBlock.Paragraph(text("mail.invitation.unexpected", locale))));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
