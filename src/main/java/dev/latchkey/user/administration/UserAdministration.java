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

/** An administrator's actions on existing users. */
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

    /** Refuses callers who may not act on that user, before they are asked to confirm the action and their identity. */
    @PermittedOver(Permission.MANAGE_USERS_AND_GROUPS)
    public void requireReach(long userId) {}

    /**
     * The current editable data of a user.
     *
     * @throws RefusedException if the user has been removed
     */
    @PermittedOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Versioned<UserEdit> toEdit(long userId) {
        // Read first, so that a later change has a newer version and is noticed
        var version = users.versionOf(userId).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
        return new Versioned<>(version, new UserEdit(require(userId).name(), groups.groupsOf(userId)));
    }

    /**
     * Changes a user's name and groups, as far as they differ; new permissions apply from the user's next request.
     *
     * @param wanted its name is ignored for a user who has not registered and will choose one
     * @throws StaleVersionException if that is no longer the version of the user
     * @throws RefusedException if the name is invalid, a group gives a permission that the actor does not have, or no administrator
     *     would remain
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
     * Prevents a user from signing in and ends their sessions at the next request.
     *
     * @throws RefusedException if no administrator would remain, or the user is no longer active
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
     * @throws RefusedException if the user is no longer disabled
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void enable(long actorId, long userId) {
        changeStatus(userId, UserStatus.DISABLED, UserStatus.ACTIVE);
        auditTrail.record(
                AuditAction.USER_ENABLED, actorId, userId, require(userId).email());
    }

    /**
     * Permanently removes a user, with their sessions, links and secret; the audit trail keeps the address.
     *
     * @param seen the status that the actor saw, because withdrawing an invitation is less than removing a user
     * @throws RefusedException if that is no longer their status, or no administrator would remain
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void remove(long actorId, long userId, UserStatus seen) {
        administrators.requireAnotherThan(userId);
        var user = require(userId);
        if (user.status() == UserStatus.INVITED) {
            invitations.remember(user);
        }
        var groupNames = users.groupNamesOf(userId).orElse("");
        if (!users.delete(userId, seen)) {
            throw new RefusedException("access.refused.user-changed");
        }
        auditTrail.record(AuditAction.USER_REMOVED, actorId, userId, user.email(), groupNames);
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
