package dev.latchkey.user.lockout;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a user that somebody else's wrong passwords delay their login, and describes the two ways to log in anyway. */
@Component
class GuessedPasswordMail implements MailComposer {

    static final MailKind<Nothing> KIND = MailKind.plain("PASSWORD_GUESSED");

    private final UserRepository users;
    private final AccountService accounts;
    private final MailDrafts drafts;

    GuessedPasswordMail(UserRepository users, AccountService accounts, MailDrafts drafts) {
        this.users = users;
        this.accounts = accounts;
        this.drafts = drafts;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(new Composition<>(KIND, (recipientId, nothing) -> compose(recipientId)));
    }

    private Optional<MailContent> compose(long recipientId) {
        return users.findById(recipientId).filter(User::isActive).map(this::content);
    }

    private MailContent content(User user) {
        var company = accounts.current().companyName();
        return drafts.greeting(user)
                .paragraph("mail.password-guessed.text", company, user.email())
                .paragraph("mail.password-guessed.known")
                .paragraph("mail.password-guessed.elsewhere")
                .link("mail.password-guessed.link", "/reset-password")
                .paragraph("mail.password-guessed.yourself")
                .under("mail.password-guessed.subject", company);
    }
}
