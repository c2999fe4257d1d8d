package dev.latchkey.user.address.repair;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.address.VisibleText;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.password.PasswordRepository;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rewrites and marks stored addresses one by one, each in its own transaction, and notifies administrators. */
@Component
class AddressRepair {

    /** Each administrator gets at most one mail in that time: it lists all problems at the time of sending. */
    private static final Duration BETWEEN_MAILS = Duration.ofDays(1);

    private final StoredAddressRepository addresses;
    private final UserRepository users;
    private final PasswordRepository passwords;
    private final OneTimeLinks links;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    AddressRepair(
            StoredAddressRepository addresses,
            UserRepository users,
            PasswordRepository passwords,
            OneTimeLinks links,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.addresses = addresses;
        this.users = users;
        this.passwords = passwords;
        this.links = links;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Normalizes an address. What another node has already done is not repeated.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another user has got the address since
     */
    @RetryOnConcurrencyFailure
    @Transactional
    public void rewrite(StoredAddress old, EmailAddress form, @Nullable AddressProblem problem) {
        if (addresses.rewrite(old, form, problem)) {
            auditTrail.record(AuditAction.ADDRESS_REWRITTEN, null, old.id(), form.value(), VisibleText.of(old.email()));
            settle(old, problem);
        }
    }

    /** Records what is wrong with an address, or that nothing is any more. */
    @RetryOnConcurrencyFailure
    @Transactional
    public void mark(StoredAddress address, @Nullable AddressProblem problem) {
        if (addresses.mark(address, problem) && problem != null) {
            auditTrail.record(
                    AuditAction.ADDRESS_MARKED, null, address.id(), VisibleText.of(address.email()), problem.name());
            settle(address, problem);
        }
    }

    private void settle(StoredAddress address, @Nullable AddressProblem problem) {
        if (problem == AddressProblem.MISDIRECTED) {
            // Links that went to somebody else's mailbox must not work any more
            links.revoke(LinkPurpose.INVITATION, address.id());
            links.revoke(LinkPurpose.PASSWORD_RESET, address.id());
            users.advanceSessionEpoch(address.id());
        }
        if (problem != null) {
            var since = clock.instant().minus(BETWEEN_MAILS);
            passwords.managers().stream()
                    .filter(manager -> outbox.countSince(AddressProblemMail.KIND, manager, since) == 0)
                    .forEach(manager -> outbox.enqueue(AddressProblemMail.KIND, manager));
        }
    }
}
