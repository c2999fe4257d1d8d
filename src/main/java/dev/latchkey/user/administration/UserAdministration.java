package dev.latchkey.user.administration;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import dev.latchkey.common.text.DisplayName;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedOver;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.group.AdministratorGuard;
import dev.latchkey.user.group.GroupMembership;
import dev.latchkey.user.group.UserGroupRepository;
import dev.latchkey.user.invitation.InvitationPace;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does to users who are there already. */
@Service
@NamedInterface("api")
public class UserAdministration {

    private final UserRepository users;
    private final UserGroupRepository groups;
    private final GroupMembership membership;
    private final AdministratorGuard administrators;
    private final InvitationPace invitations;
    private final AuditTrail auditTrail;

    UserAdministration(
            UserRepository users,
            UserGroupRepository groups,
            GroupMembership membership,
            AdministratorGuard administrators,
            InvitationPace invitations,
            AuditTrail auditTrail) {
        this.users = users;
        this.groups = groups;
        this.membership = membership;
        this.administrators = administrators;
        this.invitations = invitations;
        this.auditTrail = auditTrail;
    }

    /** Refuses whoever could do nothing to that user, before they are asked whether they are sure, and who they are. */
    @PermittedOver(Permission.MANAGE_USERS_AND_GROUPS)
    public void requireReach(long userId) {}

    /**
     * What there is to edit of a user, as it stands now.
     *
     * @throws RefusedException where the user has been removed
     */
    @PermittedOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Versioned<UserEdit> toEdit(long userId) {
        // First, so that whatever moves meanwhile is newer than it and noticed
        var version = users.versionOf(userId).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
        return new Versioned<>(version, new UserEdit(require(userId).name(), groups.groupsOf(userId)));
    }

    /**
     * Changes a user's name and groups, those alone that are to be others; what the groups permit holds from the user's next
     * request on.
     *
     * @param wanted its name is ignored for a user who has not registered, who is going to choose one
     * @throws StaleVersionException where that is not the version of the user any more
     * @throws RefusedException where the name is none, a group permits what the actor may not, or no administrator would remain
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @RetryOnConcurrencyFailure
    @Transactional
    public void change(long actorId, long userId, Versioned<UserEdit> wanted) {
        var edit = wanted.value();
        administrators.requireAnotherThanIfLeaving(userId, edit.groupIds());
        if (!users.advance(userId, wanted.version())) {
            require(userId);
            throw new StaleVersionException();
        }
        membership.set(actorId, userId, edit.groupIds());
        var user = require(userId);
        if (user.status() != UserStatus.INVITED && !user.name().equals(edit.name())) {
            users.setName(userId, DisplayName.require(edit.name(), User.NAME_LENGTH));
        }
        auditTrail.record(
                AuditAction.USER_CHANGED,
                actorId,
                userId,
                user.email(),
                users.groupNamesOf(userId).orElse(""));
    }

    /**
     * Keeps a user from signing in and ends their sessions at their next request.
     *
     * @throws RefusedException where no administrator would remain, or the user is not active any more
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void disable(long actorId, long userId) {
        administrators.requireAnotherThan(userId);
        changeStatus(userId, UserStatus.ACTIVE, UserStatus.DISABLED);
        users.advanceSessionEpoch(userId);
        auditTrail.record(
                AuditAction.USER_DISABLED, actorId, userId, require(userId).email());
    }

    /**
     * Lets a disabled user sign in again.
     *
     * @throws RefusedException where the user is not disabled any more
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void enable(long actorId, long userId) {
        changeStatus(userId, UserStatus.DISABLED, UserStatus.ACTIVE);
        auditTrail.record(
                AuditAction.USER_ENABLED, actorId, userId, require(userId).email());
    }

    /**
     * Removes a user for good, with their sessions, links and secret; the audit trail keeps the address.
     *
     * @param seen as what the actor saw them, for an invitation that is withdrawn is less than a user who goes
     * @throws RefusedException where that is not their status any more, or no administrator would remain
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void remove(long actorId, long userId, UserStatus seen) {
        administrators.requireAnotherThan(userId);
        var user = require(userId);
        if (user.status() == UserStatus.INVITED) {
            invitations.remember(user);
        }
        if (!users.delete(userId, seen)) {
            throw new RefusedException("access.refused.user-changed");
        }
        auditTrail.record(AuditAction.USER_REMOVED, actorId, userId, user.email());
    }

    private User require(long userId) {
        return users.findById(userId).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
    }

    private void changeStatus(long userId, UserStatus from, UserStatus to) {
        if (!users.changeStatus(userId, from, to)) {
            throw new RefusedException("access.refused.user-changed");
        }
    }
}
