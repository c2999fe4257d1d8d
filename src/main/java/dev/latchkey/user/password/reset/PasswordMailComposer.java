package dev.latchkey.user.password.reset;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.password.PasswordMail;
import dev.latchkey.user.password.PasswordRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Composes {@link PasswordMail}s, and makes the link only then: no token ever waits in the outbox. */
@Component
class PasswordMailComposer implements MailComposer {

    private static final String RESET_PATH = "/reset-password";

    private final UserRepository users;
    private final PasswordRepository passwords;
    private final SingleMailboxRule mailbox;
    private final AccountService accounts;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final MailDrafts drafts;
    private final Clock clock;

    PasswordMailComposer(
            UserRepository users,
            PasswordRepository passwords,
            SingleMailboxRule mailbox,
            AccountService accounts,
            OneTimeLinks links,
            TransactionTemplate transaction,
            MailDrafts drafts,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.mailbox = mailbox;
        this.accounts = accounts;
        this.links = links;
        this.transaction = transaction;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public boolean composes(String kind) {
        return Arrays.stream(PasswordMail.values()).anyMatch(mail -> mail.name().equals(kind));
    }

    @Override
    public Optional<MailContent> compose(String kind, long recipientId, long reference) {
        var mail = PasswordMail.valueOf(kind);
        return users.findById(recipientId).filter(User::isActive).flatMap(user -> switch (mail) {
            case PASSWORD_RESET -> reset(user, Instant.ofEpochSecond(reference));
            case PASSWORD_RESET_HELD -> held(user);
            case PASSWORD_RESET_WAITING ->
                // Of whoever waits now, should the one it was about not do so any more: the message may stand for
                // several
                Optional.of(reference)
                        .filter(mailbox::holdsPassword)
                        .or(() -> passwords.waiting(clock.instant()))
                        .flatMap(users::findById)
                        .map(asker -> waiting(
                                user,
                                asker,
                                "mail.password-reset-waiting.subject",
                                "mail.password-reset-waiting.text",
                                "mail.password-reset-waiting.how"));
            case SECRET_HELD -> secretHeld(user);
            case SECRET_WAITING ->
                users.findById(reference)
                        .filter(asker -> mailbox.holdsSecretUntil(asker.id()).isPresent())
                        .map(asker -> waiting(
                                user,
                                asker,
                                "mail.secret-waiting.subject",
                                "mail.secret-waiting.text",
                                "mail.secret-waiting.how"));
            case PASSWORD_RESET_DONE -> Optional.of(notice(user, "mail.notice.password-reset"));
            case PASSWORD_CHANGED -> Optional.of(notice(user, "mail.notice.password-changed"));
        });
    }

    private Optional<MailContent> reset(User user, Instant askedAt) {
        var now = clock.instant();
        // A mail server that was down for long: whoever still wants the link has asked again
        if (mailbox.holdsPassword(user.id()) || !now.isBefore(askedAt.plus(PasswordReset.LINK_LIFE))) {
            return Optional.empty();
        }
        // Beside the link of an earlier try, which may have arrived although nobody knows
        var token = transaction.execute(
                status -> links.issueBeside(LinkPurpose.PASSWORD_RESET, user.id(), PasswordReset.LINK_LIFE));
        return Optional.of(drafts.greeting(user)
                .paragraph("mail.password-reset.text", companyName(), user.email())
                .link("mail.password-reset.link", RESET_PATH + "/" + token)
                .paragraph("mail.password-reset.unexpected")
                .under("mail.password-reset.subject", companyName()));
    }

    private Optional<MailContent> held(User user) {
        return mailbox.holdsPassword(user.id())
                ? Optional.of(drafts.greeting(user)
                        .paragraph("mail.password-reset-held.text", companyName(), user.email())
                        .paragraph("mail.password-reset-held.how")
                        .under("mail.password-reset-held.subject", companyName()))
                : Optional.empty();
    }

    private Optional<MailContent> secretHeld(User user) {
        return mailbox.holdsSecretUntil(user.id())
                .map(until -> drafts.greeting(user)
                        .paragraph("mail.secret-held.text", companyName(), user.email())
                        .paragraph("mail.secret-held.how")
                        .under("mail.secret-held.subject", companyName()));
    }

    private MailContent waiting(User administrator, User asker, String subject, String text, String how) {
        return drafts.greeting(administrator)
                .paragraph(text, companyName(), asker.email(), asker.displayName())
                .paragraph(how)
                .link("mail.password-reset-waiting.link", "/access-management/users")
                .under(subject, companyName());
    }

    private MailContent notice(User user, String key) {
        return drafts.greeting(user)
                .paragraph(key + ".text", companyName(), user.email())
                .paragraph("mail.notice.password.not-you")
                .link("mail.notice.password.again", RESET_PATH)
                .under(key + ".subject", companyName());
    }

    private String companyName() {
        return accounts.current().companyName();
    }
}
