package dev.latchkey.user.lockout;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails the link of {@link UnlockLink}, and creates it only then: no token is ever stored in the outbox. */
@Component
class UnlockMail implements MailComposer {

    private final UserRepository users;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final AccountService accounts;
    private final MailDrafts drafts;
    private final Clock clock;

    UnlockMail(
            UserRepository users,
            OneTimeLinks links,
            TransactionTemplate transaction,
            AccountService accounts,
            MailDrafts drafts,
            Clock clock) {
        this.users = users;
        this.links = links;
        this.transaction = transaction;
        this.accounts = accounts;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(new Composition<>(UnlockLink.MAIL, this::compose));
    }

    private Optional<MailContent> compose(long recipientId, Instant unlockedAt) {
        // The mail server was down for long: users who still cannot log in have been unlocked again
        return clock.instant().isBefore(unlockedAt.plus(UnlockLink.LIFE))
                ? users.findById(recipientId).filter(User::isActive).map(this::content)
                : Optional.empty();
    }

    private MailContent content(User user) {
        var company = accounts.current().companyName();
        // In addition to the link of an earlier try, which may have arrived unnoticed
        var token = transaction.execute(status -> links.issueBeside(LinkPurpose.UNLOCK, user.id(), UnlockLink.LIFE));
        return drafts.greeting(user)
                .paragraph("mail.unlock.text", company, user.email())
                .time()
                .paragraph("mail.unlock.how")
                .link("mail.unlock.link", "/unlock/" + token)
                .paragraph("mail.unlock.once")
                .under("mail.unlock.subject", company);
    }
}
