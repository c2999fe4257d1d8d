package dev.latchkey.user.invitation;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserName;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.RecentFactor;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.address.ProposedName;
import dev.latchkey.user.group.GroupMembership;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites people with a link in a mail, which only its recipient can use. */
@Service
@NamedInterface("api")
public class Invitations {

    /** The message; about the inviting user. */
    public static final MailKind<UserReference> MAIL = UserReference.kind("INVITATION");

    // Groups give permissions, and granting them needs a recent factor
    private static final String INVITER = "hasAuthority('MANAGE_USERS_AND_GROUPS')"
            + " and authentication.principal.userId == #actorId"
            + " and (#groupIds.isEmpty() or @" + RecentFactor.BEAN + ".isProvenBy(authentication, #actorId))";

    private final UserRepository users;
    private final GroupMembership membership;
    private final AccountService accounts;
    private final OneTimeLinks links;
    private final InvitationPace pace;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    Invitations(
            UserRepository users,
            GroupMembership membership,
            AccountService accounts,
            OneTimeLinks links,
            InvitationPace pace,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.users = users;
        this.membership = membership;
        this.accounts = accounts;
        this.links = links;
        this.pace = pace;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Like {@link #invite(long, EmailAddress, String, Set)}, without a name. */
    @PreAuthorize(INVITER)
    @Transactional
    public InvitationResult invite(long actorId, EmailAddress email, Set<Long> groupIds) {
        return invite(actorId, email, "", groupIds);
    }

    /**
     * Invites an address into groups.
     *
     * @param proposedName for the invited person to accept or change when they sign up; ignored if it cannot be a name
     * @throws RefusedException if a group gives a permission that the actor does not have, the address has got too many within an
     *     hour, its domain is not allowed, or it was another user's until recently
     */
    @PreAuthorize(INVITER)
    @Transactional
    public InvitationResult invite(long actorId, EmailAddress email, String proposedName, Set<Long> groupIds) {
        requireAllowed(email);
        if (users.isKeptForFormerUser(email, clock.instant())) {
            throw new RefusedException("add-user.kept", email.value());
        }
        var userId = users.insertInvited(email, ProposedName.inForm(proposedName), clock.instant());
        if (userId.isEmpty()) {
            return users.findByEmail(email)
                    .map(known -> InvitationResult.ofKnown(known.status()))
                    .orElseThrow(() -> new RefusedException("access.refused.user-changed"));
        }
        pace.requireRoom(email, 0);
        groupIds.forEach(group -> membership.join(actorId, group, userId.get()));
        outbox.enqueue(MAIL, userId.get(), new UserReference(actorId));
        auditTrail.record(AuditAction.USER_INVITED, actorId, userId.get(), email.value());
        return InvitationResult.INVITED;
    }

    /** The user with that address, whatever their status. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Optional<UserName> known(EmailAddress email) {
        return users.findByEmail(email).map(user -> new UserName(user.id(), user.name(), user.email()));
    }

    /**
     * Sends an invitation again; earlier links are void.
     *
     * @throws RefusedException if the user has registered since or is gone, has got too many within an hour, or their domain is no
     *     longer allowed
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void sendAgain(long actorId, long userId) {
        var user = users.findById(userId)
                .filter(invited -> invited.status() == UserStatus.INVITED)
                .orElseThrow(() -> new RefusedException("access.refused.user-changed"));
        requireAllowed(new EmailAddress(user.email()));
        pace.requireRoom(new EmailAddress(user.email()), outbox.sentWithinAnHour(MAIL, userId));
        outbox.withdraw(MAIL, userId);
        links.revoke(LinkPurpose.INVITATION, userId);
        users.clearMisdirected(userId);
        outbox.enqueue(MAIL, userId, new UserReference(actorId));
        auditTrail.record(AuditAction.INVITATION_SENT_AGAIN, actorId, userId, user.email());
    }

    private void requireAllowed(EmailAddress email) {
        if (!accounts.emailDomains().allow(email.domain())) {
            throw new RefusedException("add-user.domain-refused", email.value());
        }
    }
}
