package dev.latchkey.user.identity;

import dev.latchkey.account.AccountService;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDraft;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailKind;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Composes the mails of {@link AddressMail}, and creates their links only then: no token is ever stored in the outbox. */
@Component
class AddressMailComposer implements MailComposer {

    private static final Duration CANCEL_LIFE = AddressChange.LINK_LIFE.plus(AddressChange.CANCELLABLE);

    private final UserRepository users;
    private final AddressChangeRepository changes;
    private final AddressRequests requests;
    private final AccountService accounts;
    private final OneTimeLinks links;
    private final TransactionTemplate transaction;
    private final MailDrafts drafts;

    AddressMailComposer(
            UserRepository users,
            AddressChangeRepository changes,
            AddressRequests requests,
            AccountService accounts,
            OneTimeLinks links,
            TransactionTemplate transaction,
            MailDrafts drafts) {
        this.users = users;
        this.changes = changes;
        this.requests = requests;
        this.accounts = accounts;
        this.links = links;
        this.transaction = transaction;
        this.drafts = drafts;
    }

    @Override
    public List<Composition<?>> compositions() {
        return List.of(
                composition(AddressMail.CONFIRM, this::confirm),
                composition(AddressMail.REQUESTED, this::requested),
                composition(AddressMail.CHANGED, this::changed));
    }

    private Composition<AddressMail.Reference> composition(
            MailKind<AddressMail.Reference> kind, BiFunction<User, AddressChange, Optional<MailContent>> writer) {
        return new Composition<>(
                kind,
                (recipientId, about) -> changes.findById(about.changeId())
                        .flatMap(change -> users.findById(recipientId).flatMap(user -> writer.apply(user, change))));
    }

    /** It names nobody: the address may be mistyped, and a stranger's. A mail to another user's address is never sent. */
    private Optional<MailContent> confirm(User user, AddressChange change) {
        if (!isStill(requests.open(user.id()), change) || requests.isTaken(new EmailAddress(change.newEmail()))) {
            return Optional.empty();
        }
        return Optional.of(drafts.to(change.newEmail(), user)
                .paragraph(
                        change.isByUser() ? "mail.address-confirm.text" : "mail.address-confirm.by-administrator",
                        companyName(),
                        change.newEmail())
                .paragraph("mail.address-confirm.app")
                .link(
                        "mail.address-confirm.link",
                        "/confirm-address/" + token(LinkPurpose.ADDRESS_CONFIRM, user, AddressChange.LINK_LIFE))
                .paragraph("mail.address-confirm.once", AddressChange.LINK_LIFE.toHours())
                .under("mail.address-confirm.subject", companyName()));
    }

    private Optional<MailContent> requested(User user, AddressChange change) {
        if (!isStill(requests.waiting(user.id()), change)) {
            return Optional.empty();
        }
        var draft = toOldAddress(user, change)
                .paragraph(
                        change.isByUser() ? "mail.address-requested.text" : "mail.address-requested.by-administrator",
                        companyName(),
                        change.oldEmail(),
                        change.newEmail(),
                        actorOf(change));
        // From where an administrator acts is nothing to others
        var dated = change.isByUser() ? draft.occasion() : draft.time();
        return Optional.of(dated.paragraph(
                        change.isByUser() ? "mail.address-requested.not-you" : "mail.address-requested.not-expected")
                .link("mail.address-requested.link", cancelPath(user))
                .under("mail.address-requested.subject", companyName()));
    }

    /** Later, its link would cancel another change: the token belongs to the user. */
    private Optional<MailContent> changed(User user, AddressChange change) {
        if (!isStill(requests.cancellable(user.id()), change)) {
            return Optional.empty();
        }
        return Optional.of(toOldAddress(user, change)
                .paragraph("mail.address-changed.text", companyName(), change.oldEmail(), change.newEmail())
                .occasion()
                .paragraph("mail.address-changed.not-you", AddressChange.CANCELLABLE.toHours())
                .link("mail.address-changed.link", cancelPath(user))
                .under("mail.address-changed.subject", companyName()));
    }

    private String actorOf(AddressChange change) {
        return users.findById(change.actorId()).map(User::named).orElse("");
    }

    /** A mail may be composed long after it was enqueued. */
    private static boolean isStill(Optional<AddressChange> now, AddressChange change) {
        return now.filter(current -> current.id() == change.id()).isPresent();
    }

    private MailDraft toOldAddress(User user, AddressChange change) {
        return drafts.to(change.oldEmail(), user).paragraph("mail.greeting", user.displayName());
    }

    private String cancelPath(User user) {
        return "/cancel-address/" + token(LinkPurpose.ADDRESS_CANCEL, user, CANCEL_LIFE);
    }

    /** In addition to the link of an earlier try, which may have arrived unnoticed. */
    private String token(LinkPurpose purpose, User user, Duration life) {
        return transaction.execute(status -> links.issueBeside(purpose, user.id(), life));
    }

    private String companyName() {
        return accounts.current().companyName();
    }
}
