package dev.latchkey.user.password.reset;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailKind;
import dev.latchkey.user.User;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.password.PasswordMail;
import dev.latchkey.user.password.PasswordRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Composes {@link PasswordMail}s, and creates the link only then: no token is ever stored in the outbox. */
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
    public List<Composition<?>> compositions() {
        return List.of(
                toActive(PasswordMail.PASSWORD_RESET, this::reset),
                toActive(PasswordMail.PASSWORD_RESET_HELD, (user, nothing) -> held(user)),
                toActive(PasswordMail.PASSWORD_RESET_WAITING, this::passwordWaiting),
                toActive(PasswordMail.SECRET_HELD, (user, nothing) -> secretHeld(user)),
                toActive(PasswordMail.SECRET_WAITING, this::secretWaiting),
                toActive(
                        PasswordMail.PASSWORD_RESET_DONE,
                        (user, nothing) -> Optional.of(notice(user, "mail.notice.password-reset"))),
                toActive(
                        PasswordMail.PASSWORD_CHANGED,
                        (user, nothing) -> Optional.of(notice(user, "mail.notice.password-changed"))));
    }

    private <R> Composition<R> toActive(MailKind<R> kind, BiFunction<User, R, Optional<MailContent>> writer) {
        return new Composition<>(
                kind,
                (recipientId, about) ->
                        users.findById(recipientId).filter(User::isActive).flatMap(user -> writer.apply(user, about)));
    }

    private Optional<MailContent> passwordWaiting(User administrator, UserReference asker) {
        // About a user who waits now, if the original one no longer does: the message may stand for several
        return Optional.of(asker.userId())
                .filter(mailbox::holdsPassword)
                .or(() -> passwords.waiting(clock.instant()))
                .flatMap(users::findById)
                .map(waiting -> waiting(
                        administrator,
                        waiting,
                        "mail.password-reset-waiting.subject",
                        "mail.password-reset-waiting.text",
                        "mail.password-reset-waiting.how"));
    }

    private Optional<MailContent> secretWaiting(User administrator, UserReference asker) {
        return users.findById(asker.userId())
                .filter(waiting -> mailbox.holdsSecretUntil(waiting.id()).isPresent())
                .map(waiting -> waiting(
                        administrator,
                        waiting,
                        "mail.secret-waiting.subject",
                        "mail.secret-waiting.text",
                        "mail.secret-waiting.how"));
    }

    private Optional<MailContent> reset(User user, Instant askedAt) {
        var now = clock.instant();
        // The mail server was down for long: users who still need the link have asked again
        if (mailbox.holdsPassword(user.id()) || !now.isBefore(askedAt.plus(PasswordReset.LINK_LIFE))) {
            return Optional.empty();
        }
        // In addition to the link of an earlier try, which may have arrived unnoticed
        var token = transaction.execute(
                status -> links.issueBeside(LinkPurpose.PASSWORD_RESET, user.id(), PasswordReset.LINK_LIFE));
        return Optional.of(drafts.greeting(user)
                .paragraph("mail.password-reset.text", companyName(), user.email())
                .occasion()
                .link("mail.password-reset.link", RESET_PATH + "/" + token)
                .paragraph("mail.password-reset.unexpected")
                .under("mail.password-reset.subject", companyName()));
    }

    private Optional<MailContent> held(User user) {
        return mailbox.holdsPassword(user.id())
                ? Optional.of(drafts.greeting(user)
                        .paragraph("mail.password-reset-held.text", companyName(), user.email())
                        .occasion()
                        .paragraph("mail.password-reset-held.how")
                        .under("mail.password-reset-held.subject", companyName()))
                : Optional.empty();
    }

    private Optional<MailContent> secretHeld(User user) {
        return mailbox.holdsSecretUntil(user.id())
                .map(until -> drafts.greeting(user)
                        .paragraph("mail.secret-held.text", companyName(), user.email())
                        .occasion()
                        .paragraph("mail.secret-held.how")
                        .under("mail.secret-held.subject", companyName()));
    }

    private MailContent waiting(User administrator, User asker, String subject, String text, String how) {
        return drafts.greeting(administrator)
                .paragraph(text, companyName(), asker.email(), asker.displayName())
                .occasion()
                .paragraph(how)
                .link("mail.password-reset-waiting.link", "/access-management/users/" + asker.id())
                .under(subject, companyName());
    }

    private MailContent notice(User user, String key) {
        return drafts.greeting(user)
                .paragraph(key + ".text", companyName(), user.email())
                .occasion()
                .paragraph("mail.notice.password.not-you")
                .link("mail.notice.password.again", RESET_PATH)
                .under(key + ".subject", companyName());
    }

    private String companyName() {
        return accounts.current().companyName();
    }
}
