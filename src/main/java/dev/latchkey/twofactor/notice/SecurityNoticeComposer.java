package dev.latchkey.twofactor.notice;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailKind;
import dev.latchkey.user.User;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    public List<Composition<?>> compositions() {
        var plain = SecurityNotice.PLAIN.stream()
                .map(notice -> new Composition<>(
                        notice, (recipientId, nothing) -> compose(notice, recipientId, Optional.empty(), 0)));
        var aboutAUser = SecurityNotice.ABOUT_A_USER.stream()
                .map(notice -> new Composition<>(
                        notice, (recipientId, other) -> compose(notice, recipientId, Optional.of(other), 0)));
        var codesLeft = new Composition<>(
                SecurityNotice.RECOVERY_CODE_USED,
                (recipientId, left) -> compose(SecurityNotice.RECOVERY_CODE_USED, recipientId, Optional.empty(), left));
        return Stream.concat(Stream.concat(plain, aboutAUser), Stream.of(codesLeft))
                .<Composition<?>>map(composition -> composition)
                .toList();
    }

    private String nameOf(UserReference other) {
        return users.find(other.userId())
                .map(User::named)
                .orElseGet(() -> accounts.current().companyName());
    }

    private Optional<MailContent> compose(
            MailKind<?> notice, long recipientId, Optional<UserReference> about, int left) {
        var company = accounts.current().companyName();
        var key = "mail.notice." + notice.key();
        var other = about.map(this::nameOf).orElse("");
        return users.find(recipientId).map(user -> {
            var draft = drafts.greeting(user).paragraph(key + ".text", company, user.email(), other, left);
            NoticeAdvice.on(notice, recipientId, about).addTo(draft);
            return draft.under(key + ".subject", company, user.email(), other);
        });
    }
}
