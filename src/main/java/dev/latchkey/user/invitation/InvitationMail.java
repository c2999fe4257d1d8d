package dev.latchkey.user.invitation;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Composes the invitation, and creates its link only then: no token is ever stored in the outbox. */
@Component
class InvitationMail implements MailComposer {

    private final UserRepository users;
    private final AccountService accounts;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final MailDrafts drafts;

    InvitationMail(
            UserRepository users,
            AccountService accounts,
            OneTimeLinks links,
            TransactionTemplate transaction,
            MailDrafts drafts) {
        this.users = users;
        this.accounts = accounts;
        this.links = links;
        this.transaction = transaction;
        this.drafts = drafts;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(new Composition<>(Invitations.MAIL, this::compose));
    }

    private Optional<MailContent> compose(long recipientId, UserReference inviter) {
        return users.findById(recipientId)
                .filter(user -> user.status() == UserStatus.INVITED && isAllowed(user.email()))
                .map(user -> invitation(user, inviter));
    }

    /** The domains may have changed since the invitation was first to be sent. */
    private boolean isAllowed(String email) {
        return EmailAddress.parse(email)
                .filter(address -> accounts.emailDomains().allow(address.domain()))
                .isPresent();
    }

    private MailContent invitation(User user, UserReference by) {
        var company = accounts.current().companyName();
        var inviter = users.findById(by.userId());
        // The language of an invited person is not known yet
        var reader = inviter.orElse(user);
        var inviterName = inviter.map(User::named).orElse(company);
        // In addition to the link of an earlier try, which may have arrived unnoticed
        var token = transaction.execute(
                status -> links.issueBeside(LinkPurpose.INVITATION, user.id(), Registration.INVITATION_LIFE));
        return drafts.to(user.email(), reader)
                .paragraph("mail.invitation.text", inviterName, company)
                .paragraph("mail.invitation.expiry", Registration.INVITATION_LIFE.toDays(), user.email())
                .link("mail.invitation.link", "/signup/" + token)
                .paragraph("mail.invitation.unexpected")
                .under("mail.invitation.subject", company);
    }
}
