package dev.latchkey.twofactor.notice;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Composes the notices of {@link SecurityNotice}. */
@Component
class SecurityNoticeComposer implements MailComposer {

    private final UserService users;
    private final AccountService accounts;
    private final MailDrafts drafts;

    SecurityNoticeComposer(UserService users, AccountService accounts, MailDrafts drafts) {
        this.users = users;
        this.accounts = accounts;
        this.drafts = drafts;
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
        var actor = users.find(reference).map(User::named).orElse(company);
        return users.find(recipientId).map(user -> notice(notice, user, company, actor, reference));
    }

    private MailContent notice(SecurityNotice notice, User user, String company, String actor, long reference) {
        return drafts.greeting(user)
                .paragraph(notice.messageKey() + ".text", company, user.email(), actor, reference)
                .paragraph(notice.adviceKey())
                .link("mail.notice.profile", "/profile")
                .under(notice.messageKey() + ".subject", company, user.email(), actor);
    }
}
