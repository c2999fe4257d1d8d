package dev.latchkey.twofactor.reminder;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDraft;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.twofactor.enforcement.PlannedStarts;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.secret.SecretMailText;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Composes {@link ReminderMail}s. They contain no secret: after the password, the login shows one or emails a fresh one, and there it
 * is held if the password was recently chosen by mail.
 */
@Component
class ReminderComposer implements MailComposer {

    private final UserService users;
    private final AccountService accounts;
    private final EnrolmentRepository enrolments;
    private final PlannedStarts starts;
    private final MailDrafts drafts;
    private final Clock clock;

    ReminderComposer(
            UserService users,
            AccountService accounts,
            EnrolmentRepository enrolments,
            PlannedStarts starts,
            MailDrafts drafts,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.starts = starts;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(
                new Composition<>(ReminderMail.SET_UP_REMINDER, (recipientId, nothing) -> reminder(recipientId)));
    }

    private Optional<MailContent> reminder(long recipientId) {
        var enrolment = enrolments.find(recipientId);
        return users.find(recipientId)
                .filter(user -> user.isActive() && !enrolment.isProven())
                .map(user -> enrolment.needsCode(accounts.current(), clock.instant())
                        ? toLogIn(accounts.current(), user)
                        : toTurnOn(accounts.current(), user));
    }

    private MailContent toLogIn(Account account, User user) {
        var draft = drafts.greeting(user)
                .paragraph("mail.set-up-reminder.text", account.companyName(), user.email())
                .step("mail.secret.step-app")
                .step(
                        account.mailsSecrets()
                                ? "mail.set-up-reminder.step-log-in"
                                : "mail.secret.step-log-in-on-screen",
                        user.email())
                .step("mail.secret.step-code")
                .link("mail.secret.link", "/login");
        return under(draft, account);
    }

    private MailContent toTurnOn(Account account, User user) {
        var draft = drafts.greeting(user)
                .paragraph("mail.set-up-reminder.optional-text", account.companyName(), user.email());
        starts.of(user.id()).ifPresent(planned -> draft.paragraph("mail.set-up-reminder.planned", planned.start()));
        return under(SecretMailText.inProfile(draft, user), account);
    }

    private static MailContent under(MailDraft draft, Account account) {
        return SecretMailText.finished(draft, account).under("mail.set-up-reminder.subject", account.companyName());
    }
}
