package dev.latchkey.user;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.component.RefusedException;
import dev.latchkey.mail.Outbox;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people to join: by a link in a mail, which its receiver alone can follow. */
@Service
public class Invitations {

    /** The kind of the message in the outbox; its reference is the id of who invites. */
    static final String MAIL = "INVITATION";

    private final UserRepository users;
    private final GroupMembership membership;
    private final OneTimeLinks links;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    Invitations(
            UserRepository users,
            GroupMembership membership,
            OneTimeLinks links,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.users = users;
        this.membership = membership;
        this.links = links;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Invites an address into groups.
     *
     * @throws RefusedException where a group permits what the actor may not
     */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public InvitationResult invite(long actorId, EmailAddress email, Set<Long> groupIds) {
        var userId = users.insertInvited(email, clock.instant());
        if (userId.isEmpty()) {
            return InvitationResult.KNOWN_ALREADY;
        }
        groupIds.forEach(group -> membership.join(actorId, group, userId.get()));
        outbox.enqueue(MAIL, userId.get(), actorId);
        auditTrail.record(AuditAction.USER_INVITED, actorId, userId.get(), email.value());
        return InvitationResult.INVITED;
    }

    /**
     * Sends an invitation again; links sent before are void.
     *
     * @throws RefusedException where the user has registered meanwhile, or is gone
     */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void sendAgain(long actorId, long userId) {
        var user = users.findById(userId)
                .filter(invited -> invited.status() == UserStatus.INVITED)
                .orElseThrow(() -> new RefusedException("access.refused.user-changed"));
        outbox.withdraw(MAIL, userId);
        links.revoke(LinkPurpose.INVITATION, userId);
        outbox.enqueue(MAIL, userId, actorId);
        auditTrail.record(AuditAction.INVITATION_SENT_AGAIN, actorId, userId, user.email());
    }
}
