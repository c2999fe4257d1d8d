package dev.latchkey.user.transfer;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.Outbox;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserReference;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.AdministratorGuard;
import dev.latchkey.user.group.GroupMembership;
import dev.latchkey.user.group.Reach;
import dev.latchkey.user.group.UserGroupRepository;
import dev.latchkey.user.invitation.InvitationPace;
import dev.latchkey.user.invitation.Invitations;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates and changes users in the name of the administrator who imports them, in the background. Every rule is checked again for
 * each user, because the administrator may have lost a permission meanwhile.
 */
@Component
@NamedInterface("api")
public class ImportedUsers {

    private final ImportedUserRepository imported;
    private final UserRepository users;
    private final UserGroupRepository groups;
    private final GroupMembership membership;
    private final AdministratorGuard administrators;
    private final Reach reach;
    private final InvitationPace pace;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ImportedUsers(
            ImportedUserRepository imported,
            UserRepository users,
            UserGroupRepository groups,
            GroupMembership membership,
            AdministratorGuard administrators,
            Reach reach,
            InvitationPace pace,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.imported = imported;
        this.users = users;
        this.groups = groups;
        this.membership = membership;
        this.administrators = administrators;
        this.reach = reach;
        this.pace = pace;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Whether that administrator can log in and has the permission, now. */
    public boolean isPermitted(long actorId, Permission permission) {
        return reach.isStillPermitted(actorId, permission);
    }

    /** Whether that administrator may change the user, now. */
    public boolean isOver(long actorId, long userId) {
        return reach.isStillOver(actorId, Permission.MANAGE_USERS_AND_GROUPS, userId);
    }

    /** Which of the addresses nobody gets, because their former users can take them back; no more than a statement takes. */
    public Set<String> keptForFormerUsers(Collection<String> emails) {
        return users.keptForFormerUsers(emails, clock.instant());
    }

    /**
     * Creates a user: invited if there is no password hash, otherwise active or disabled.
     *
     * @return empty if there is already one with that address
     * @throws dev.latchkey.common.RefusedException if a group gives a permission that the actor does not have, or the address has got
     *     too many invitations within an hour
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> create(
            long actorId,
            EmailAddress email,
            String name,
            @Nullable String passwordHash,
            boolean enabled,
            Set<Long> groupIds) {
        var userId = passwordHash == null
                ? users.insertInvited(email, name, clock.instant())
                : imported.insert(
                        email, name, passwordHash, enabled ? UserStatus.ACTIVE : UserStatus.DISABLED, clock.instant());
        if (userId.isPresent() && passwordHash == null) {
            pace.requireRoom(email, 0);
        }
        userId.ifPresent(id -> {
            groupIds.forEach(group -> membership.join(actorId, group, id));
            auditTrail.record(
                    AuditAction.USER_IMPORTED,
                    actorId,
                    id,
                    email.value(),
                    users.groupNamesOf(id).orElse(""));
        });
        return userId;
    }

    /**
     * Adds an existing user to groups.
     *
     * @return those in which they have not been
     * @throws dev.latchkey.common.RefusedException if a group gives a permission that the actor does not have
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> join(long actorId, long userId, Set<Long> groupIds) {
        var joined = groupIds.stream()
                .filter(group -> membership.join(actorId, group, userId))
                .collect(Collectors.toSet());
        if (!joined.isEmpty()) {
            auditTrail.record(
                    AuditAction.USER_CHANGED,
                    actorId,
                    userId,
                    users.emailOf(userId).orElse(""),
                    users.groupNamesOf(userId).orElse(""));
        }
        return joined;
    }

    /**
     * Takes back what {@link #join} did; false, and nothing is changed, if no administrator who can log in would remain, or the actor may
     * not take anybody out of one of the groups.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean leave(long actorId, long userId, Collection<Long> groupIds) {
        if (administrators.isIrreplaceable(userId) && groupIds.contains(groups.lockBuiltIn())
                || !groupIds.stream().allMatch(group -> membership.isReleasableBy(actorId, group))) {
            return false;
        }
        groupIds.forEach(group -> membership.leave(actorId, group, userId));
        auditTrail.record(
                AuditAction.USER_CHANGED,
                actorId,
                userId,
                users.emailOf(userId).orElse(""),
                users.groupNamesOf(userId).orElse(""));
        return true;
    }

    /** Takes back what {@link #create} did; false for a user who has logged in meanwhile, is gone, or is needed as an administrator. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(long actorId, long userId) {
        var email = users.emailOf(userId);
        users.findById(userId).filter(user -> !user.isActive()).ifPresent(pace::remember);
        if (administrators.isIrreplaceable(userId) || !imported.deleteUnused(userId)) {
            return false;
        }
        auditTrail.record(AuditAction.USER_REMOVED, actorId, userId, email.orElse(""));
        return true;
    }

    /** Puts the invitations of those of the users into the outbox who are still invited. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void invite(long actorId, Collection<Long> userIds) {
        outbox.enqueueForAll(Invitations.MAIL, userIds, new UserReference(actorId));
    }
}
