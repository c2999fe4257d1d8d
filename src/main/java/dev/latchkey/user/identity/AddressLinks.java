package dev.latchkey.user.identity;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.AllOrNothing;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.password.reset.PasswordResetHold;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two links of a change of address: the new address makes the change, the old one cancels it. */
@Service
@NamedInterface("api")
public class AddressLinks {

    private final OneTimeLinks links;
    private final UserRepository users;
    private final AccountService accounts;
    private final AddressChangeRepository changes;
    private final AddressRequests requests;
    private final AddressSwitch addressSwitch;
    private final PasswordResetHold hold;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final AllOrNothing allOrNothing;
    private final Clock clock;

    AddressLinks(
            OneTimeLinks links,
            UserRepository users,
            AccountService accounts,
            AddressChangeRepository changes,
            AddressRequests requests,
            AddressSwitch addressSwitch,
            PasswordResetHold hold,
            Outbox outbox,
            AuditTrail auditTrail,
            AllOrNothing allOrNothing,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.accounts = accounts;
        this.changes = changes;
        this.requests = requests;
        this.addressSwitch = addressSwitch;
        this.hold = hold;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.allOrNothing = allOrNothing;
        this.clock = clock;
    }

    /** The name of the organisation, for the page of a link. */
    @PreAuthorize("permitAll()")
    public String companyName() {
        return accounts.current().companyName();
    }

    /** The change that the link makes, without using it. Empty if it has been used, cancelled, has expired or is void. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<AddressChange> openToConfirm(String token) {
        return links.userOf(LinkPurpose.ADDRESS_CONFIRM, token).flatMap(requests::open);
    }

    /**
     * Uses the link: from now on, the user has the new address. False, and the user has the address as before, if that is no longer
     * possible or no longer permitted to whoever asked for it.
     */
    @PreAuthorize("permitAll()")
    public boolean confirm(String token) {
        links.userOf(LinkPurpose.ADDRESS_CONFIRM, token).ifPresent(requests::dropIfVoid);
        try {
            return openToConfirm(token)
                    .filter(change -> allOrNothing.happens(() -> make(token, change)))
                    .isPresent();
        } catch (DuplicateKeyException anotherUserWasFaster) {
            return false;
        }
    }

    /** The change that the link cancels, waiting or made, without using it. Empty if it has been used or has expired. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<AddressChange> openToCancel(String token) {
        return links.userOf(LinkPurpose.ADDRESS_CANCEL, token)
                .flatMap(user -> requests.waiting(user).or(() -> requests.cancellable(user)));
    }

    /**
     * Uses the link: a waiting change is dropped; one that was made is taken back, and every session of the user ends. False, and
     * nothing has changed, if that is no longer possible.
     */
    @PreAuthorize("permitAll()")
    public boolean cancel(String token) {
        try {
            return openToCancel(token)
                    .filter(change -> allOrNothing.happens(() -> cancel(token, change)))
                    .isPresent();
        } catch (DuplicateKeyException anotherUserHasItNow) {
            return false;
        }
    }

    private boolean make(String token, AddressChange seen) {
        changes.lock(seen.userId());
        var waits = requests.open(seen.userId()).filter(change -> change.id() == seen.id());
        if (waits.isEmpty()
                || requests.isTaken(address(seen.newEmail()))
                || !links.redeem(LinkPurpose.ADDRESS_CONFIRM, token)
                || !addressSwitch.change(seen.userId(), address(seen.oldEmail()), address(seen.newEmail()))) {
            return false;
        }
        hold.beginForNewAddress(seen.actorId(), seen.userId());
        changes.setChanged(seen.id(), clock.instant());
        outbox.enqueue(AddressMail.CHANGED, seen.userId(), new AddressMail.Reference(seen.id()));
        auditTrail.record(AuditAction.ADDRESS_CHANGED, null, seen.userId(), seen.newEmail(), seen.detail());
        return true;
    }

    private boolean cancel(String token, AddressChange seen) {
        changes.lock(seen.userId());
        var current = changes.findById(seen.id());
        if (current.isEmpty() || !links.redeem(LinkPurpose.ADDRESS_CANCEL, token)) {
            return false;
        }
        links.revoke(LinkPurpose.ADDRESS_CONFIRM, seen.userId());
        outbox.withdraw(AddressMail.CONFIRM, seen.userId());
        // It may have been made since the page was opened
        if (current.get().isMade()) {
            if (!addressSwitch.change(seen.userId(), address(seen.newEmail()), address(seen.oldEmail()))) {
                return false;
            }
            users.advanceSessionEpoch(seen.userId());
        }
        changes.delete(seen.id());
        auditTrail.record(
                current.get().isMade() ? AuditAction.ADDRESS_CHANGE_REVERTED : AuditAction.ADDRESS_CHANGE_CANCELLED,
                null,
                seen.userId(),
                seen.oldEmail(),
                seen.detail());
        return true;
    }

    private static EmailAddress address(String stored) {
        return new EmailAddress(stored);
    }
}
