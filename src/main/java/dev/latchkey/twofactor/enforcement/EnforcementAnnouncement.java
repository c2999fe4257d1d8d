package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.common.text.ReaderTime;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailKind;
import dev.latchkey.twofactor.secret.EnforcementVersion;
import dev.latchkey.twofactor.secret.SampleMark;
import dev.latchkey.twofactor.secret.SecretMailText;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The mail that says from when on a code is needed. It brings no secret: that would have to work for as long as the start is away, and
 * would keep its reader from resetting their password by mail meanwhile. It leads to the set-up in the profile.
 */
@Component
class EnforcementAnnouncement implements MailComposer {

    /** The announcement of one version of the plan. */
    static final MailKind<EnforcementVersion> KIND =
            new MailKind<>("ENFORCEMENT_PLANNED", EnforcementVersion::new, EnforcementVersion::version);

    /** A sample of it for an administrator, with a start that is not decided yet. */
    static final MailKind<PlannedStart> SAMPLE =
            new MailKind<>("PLAN_SAMPLE", PlannedStart::ofNumber, PlannedStart::asNumber);

    private final AccountService accounts;
    private final UserService users;
    private final PlannedStarts starts;
    private final MailDrafts drafts;
    private final SampleMark mark;

    EnforcementAnnouncement(
            AccountService accounts, UserService users, PlannedStarts starts, MailDrafts drafts, SampleMark mark) {
        this.accounts = accounts;
        this.users = users;
        this.starts = starts;
        this.drafts = drafts;
        this.mark = mark;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(
                new Composition<>(KIND, (recipientId, plan) -> compose(recipientId)),
                new Composition<>(SAMPLE, this::sample));
    }

    private Optional<MailContent> compose(long recipientId) {
        return starts.of(recipientId)
                .flatMap(start -> users.find(recipientId).filter(User::isActive).map(user -> announce(user, start)));
    }

    /** What would be mailed, to one reader and marked as a sample; empty if they are no longer active. */
    Optional<MailContent> sample(long readerId, PlannedStart start) {
        return users.find(readerId)
                .filter(User::isActive)
                .map(reader -> mark.on(announce(reader, start), "mail.secret-sample.text-without-key"));
    }

    private MailContent announce(User user, PlannedStart start) {
        var company = accounts.current().companyName();
        // By the clock of whoever planned it, if the reader's is not known
        var zone = user.zone()
                .orElseGet(() -> ZoneId.ofOffset("UTC", start.dateTime().getOffset()));
        var time = new ReaderTime(user.locale(), zone).withWeekday(start.start());
        var begun = drafts.greeting(user)
                .paragraph("mail.enforcement-planned.text", company, user.email(), time)
                .paragraph("mail.enforcement-planned.how");
        var draft = SecretMailText.inProfile(begun, user).paragraph("mail.enforcement-planned.later");
        return SecretMailText.finished(draft, accounts.current()).under("mail.enforcement-planned.subject", company);
    }
}
