package dev.latchkey.user.identity;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.invitation.InvitationPace;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another address for somebody who has not signed up. Nobody has ever logged in with the old one, so there is nobody to protect: it
 * is the invitation that moves.
 */
@Component
class InvitedAddress {

    private final AddressChangeRepository changes;
    private final InvitationPace pace;
    private final OneTimeLinks links;
    private final Outbox outbox;
    private final AuditTrail auditTrail;

    InvitedAddress(
            AddressChangeRepository changes,
            InvitationPace pace,
            OneTimeLinks links,
            Outbox outbox,
            AuditTrail auditTrail) {
        this.changes = changes;
        this.pace = pace;
        this.links = links;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
    }

    /**
     * Changes the address at once and invites it; the links sent to the old one are void.
     *
     * @throws RefusedException if another user has it by now, or it has got too many invitations within an hour
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void change(long actorId, User user, EmailAddress wanted) {
        pace.requireRoom(wanted, outbox.sentWithinAnHour(Invitations.MAIL, user.id()));
        try {
            changes.setEmail(user.id(), new EmailAddress(user.email()), wanted);
        } catch (DuplicateKeyException e) {
            throw new RefusedException("address-change.refused.taken", wanted.value());
        }
        links.revoke(LinkPurpose.INVITATION, user.id());
        outbox.withdraw(Invitations.MAIL, user.id());
        outbox.enqueue(Invitations.MAIL, user.id(), new UserReference(actorId));
        auditTrail.record(
                AuditAction.ADDRESS_CHANGED, actorId, user.id(), wanted.value(), user.email() + " → " + wanted.value());
    }
}
