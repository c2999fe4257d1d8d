package dev.latchkey.user.identity;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules for asking for another address, whoever asks. */
@Component
class AddressRequests {

    private final UserRepository users;
    private final AddressChangeRepository changes;
    private final AddressStanding standing;
    private final AccountService accounts;
    private final OneTimeLinks links;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    AddressRequests(
            UserRepository users,
            AddressChangeRepository changes,
            AddressStanding standing,
            AccountService accounts,
            OneTimeLinks links,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.users = users;
        this.changes = changes;
        this.standing = standing;
        this.accounts = accounts;
        this.links = links;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Whether a user has the address, or can take it back. */
    boolean isTaken(EmailAddress wanted) {
        return users.findByEmail(wanted).isPresent() || users.isKeptForFormerUser(wanted, clock.instant());
    }

    /** The change that waits for its link and can still be made. */
    Optional<AddressChange> open(long userId) {
        return waiting(userId).filter(standing::stands);
    }

    /** The change that waits for its link, even if that is void by now. */
    Optional<AddressChange> waiting(long userId) {
        return changes.waitingSince(userId, clock.instant().minus(AddressChange.LINK_LIFE));
    }

    /** The latest change, while the old address can take it back. */
    Optional<AddressChange> cancellable(long userId) {
        return changes.madeSince(userId, clock.instant().minus(AddressChange.CANCELLABLE));
    }

    /**
     * Refuses an address that the user cannot change to.
     *
     * @throws RefusedException if it is theirs already, or its domain is not allowed
     */
    void requireAllowed(User user, EmailAddress wanted) {
        if (wanted.value().equals(user.email())) {
            throw new RefusedException("address-change.refused.same");
        }
        if (!accounts.emailDomains().allow(wanted.domain())) {
            throw new RefusedException("add-user.domain-refused", wanted.value());
        }
    }

    /**
     * Sends the link to the new address and tells the old one; an earlier request that is still waiting is void. The caller has
     * locked the user.
     *
     * @throws RefusedException as for {@link #requireAllowed}, or if the last change can still be taken back, there were too many
     *     requests within an hour, or the user cannot log in
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(long actorId, User user, EmailAddress wanted) {
        requireAllowed(user, wanted);
        if (!user.isActive()) {
            throw new RefusedException("users.reset.cannot-sign-in");
        }
        if (cancellable(user.id()).isPresent()) {
            throw new RefusedException("address-change.refused.too-soon", AddressChange.CANCELLABLE.toHours());
        }
        if (outbox.isFull(List.of(AddressMail.CONFIRM), user.id())) {
            throw new RefusedException("address-change.refused.too-many", Outbox.MESSAGES_AN_HOUR);
        }
        drop(user.id());
        var id = changes.insert(user.id(), actorId, user.email(), wanted.value(), clock.instant());
        outbox.enqueue(AddressMail.CONFIRM, user.id(), new AddressMail.Reference(id));
        outbox.enqueue(AddressMail.REQUESTED, user.id(), new AddressMail.Reference(id));
        auditTrail.record(
                AuditAction.ADDRESS_CHANGE_REQUESTED,
                actorId,
                user.id(),
                user.email(),
                user.email() + " → " + wanted.value());
    }

    /** Drops a waiting request if it can no longer be made. */
    @Transactional
    public void dropIfVoid(long userId) {
        changes.lock(userId);
        waiting(userId).filter(change -> !standing.stands(change)).ifPresent(change -> drop(change, null));
    }

    /** Takes a waiting request back, if there is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(long actorId, long userId) {
        changes.lock(userId);
        waiting(userId).ifPresent(change -> drop(change, actorId));
    }

    private void drop(AddressChange change, @Nullable Long actorId) {
        drop(change.userId());
        auditTrail.record(
                AuditAction.ADDRESS_CHANGE_CANCELLED, actorId, change.userId(), change.oldEmail(), change.detail());
    }

    private void drop(long userId) {
        changes.deleteWaiting(userId);
        links.revoke(LinkPurpose.ADDRESS_CONFIRM, userId);
        links.revoke(LinkPurpose.ADDRESS_CANCEL, userId);
        outbox.withdraw(AddressMail.CONFIRM, userId);
    }
}
