package dev.latchkey.twofactor.notice;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailKind;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.enrolment.store.SecretOrigin;
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
    private final EnrolmentRepository enrolments;
    private final MailDrafts drafts;

    SecurityNoticeComposer(
            UserService users, AccountService accounts, EnrolmentRepository enrolments, MailDrafts drafts) {
        this.users = users;
        this.accounts = accounts;
        this.enrolments = enrolments;
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

    /** What an administrator has done is not asked about as if the reader could have done it. */
    private boolean isImported(MailKind<?> notice, long userId) {
        return notice.equals(SecurityNotice.TWO_FACTOR_TURNED_ON)
                && enrolments.find(userId).origin() == SecretOrigin.IMPORTED;
    }

    private Optional<MailContent> compose(
            MailKind<?> notice, long recipientId, Optional<UserReference> about, int left) {
        var other = about.map(this::nameOf).orElse("");
        if (isImported(notice, recipientId)) {
            return compose(
                    recipientId,
                    "mail.notice.two-factor-turned-on.subject",
                    "mail.notice.two-factor-turned-on.imported",
                    other,
                    left,
                    NoticeAdvice.ON_IMPORT);
        }
        var advice = NoticeAdvice.on(notice, recipientId, about);
        var isOwn = about.filter(user -> user.userId() == recipientId).isPresent();
        if (isOwn && notice.equals(SecurityNotice.BREAK_GLASS_REOPENED)) {
            return compose(
                    recipientId,
                    "mail.notice.break-glass-reopened.own-subject",
                    "mail.notice.break-glass-reopened.own-text",
                    other,
                    left,
                    advice);
        }
        var key = "mail.notice." + notice.key();
        return compose(recipientId, key + ".subject", key + ".text", other, left, advice);
    }

    private Optional<MailContent> compose(
            long recipientId, String subjectKey, String textKey, String other, int left, NoticeAdvice advice) {
        var company = accounts.current().companyName();
        return users.find(recipientId).map(user -> {
            var draft = drafts.greeting(user).paragraph(textKey, company, user.email(), other, left);
            advice.addTo(draft);
            return draft.under(subjectKey, company, user.email(), other);
        });
    }
}
