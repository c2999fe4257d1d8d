package dev.latchkey.user;

import dev.latchkey.account.DisplayName;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.component.RefusedException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** User groups: their names, members and permissions. */
@Service
public class UserGroups {

    private final UserGroupRepository groups;
    private final UserRepository users;
    private final GroupMembership membership;
    private final AdministratorGuard administrators;
    private final AuditTrail auditTrail;

    UserGroups(
            UserGroupRepository groups,
            UserRepository users,
            GroupMembership membership,
            AdministratorGuard administrators,
            AuditTrail auditTrail) {
        this.groups = groups;
        this.users = users;
        this.membership = membership;
        this.administrators = administrators;
        this.auditTrail = auditTrail;
    }

    /** All groups, Account Administrator first. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<UserGroup> all() {
        return groups.findAll();
    }

    /** The groups that the user is in. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Set<Long> groupsOf(long userId) {
        return groups.groupsOf(userId);
    }

    /** The members whose name or address contains the text, which may be empty. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<UserName> members(long groupId, String search, int offset, int limit) {
        return groups.members(groupId, search, offset, limit);
    }

    /** How many {@link #members} there are in all. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public int countMembers(long groupId, String search) {
        return groups.countMembers(groupId, search);
    }

    /**
     * Creates a group without members.
     *
     * @throws RefusedException where the name is taken or not one, or the actor lacks one of the permissions
     */
    @SteppedUpActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void create(long actorId, String name, String description, Set<Permission> permissions) {
        requireAllowed(name, description);
        membership.requireToHave(actorId, permissions);
        try {
            groups.setPermissions(groups.insert(name, description), permissions);
        } catch (DuplicateKeyException e) {
            throw new RefusedException("groups.refused.name-taken", name);
        }
        auditTrail.record(AuditAction.GROUP_CREATED, actorId, null, name, names(permissions));
    }

    /**
     * Changes a group's name, description and permissions; of Account Administrator the description alone.
     *
     * @throws RefusedException as for {@link #create}
     */
    @SteppedUpOverGroup(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void change(long actorId, long groupId, String name, String description, Set<Permission> permissions) {
        var group = require(groupId);
        requireAllowed(name, description);
        if (group.builtIn()
                && !(group.name().equals(name) && group.permissions().equals(permissions))) {
            throw new RefusedException("groups.refused.built-in");
        }
        var added = permissions.stream()
                .filter(permission -> !group.permissions().contains(permission))
                .collect(Collectors.toSet());
        membership.requireToHave(actorId, added);
        try {
            groups.update(groupId, name, description);
        } catch (DuplicateKeyException e) {
            throw new RefusedException("groups.refused.name-taken", name);
        }
        groups.setPermissions(groupId, permissions);
        auditTrail.record(AuditAction.GROUP_CHANGED, actorId, null, name, names(permissions));
    }

    /**
     * Deletes a group; its members stay.
     *
     * @throws RefusedException for Account Administrator
     */
    @SteppedUpOverGroup(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void delete(long actorId, long groupId) {
        var group = require(groupId);
        if (group.builtIn()) {
            throw new RefusedException("groups.refused.built-in");
        }
        groups.delete(groupId);
        auditTrail.record(AuditAction.GROUP_DELETED, actorId, null, group.name());
    }

    /**
     * Adds a member.
     *
     * @throws RefusedException where the group permits what the actor may not, or the user is gone
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void addMember(long actorId, long groupId, long userId) {
        var group = require(groupId);
        var user = users.findById(userId).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
        if (membership.join(actorId, groupId, userId)) {
            auditTrail.record(AuditAction.GROUP_MEMBER_ADDED, actorId, userId, user.email(), group.name());
        }
    }

    /**
     * Removes a member.
     *
     * @throws RefusedException where that would leave no administrator who can sign in
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void removeMember(long actorId, long groupId, long userId) {
        var group = require(groupId);
        if (group.builtIn()) {
            administrators.requireAnotherThan(userId);
        }
        if (groups.removeMember(groupId, userId)) {
            var email = users.findById(userId).map(User::email).orElse("");
            auditTrail.record(AuditAction.GROUP_MEMBER_REMOVED, actorId, userId, email, group.name());
        }
    }

    private UserGroup require(long groupId) {
        return groups.find(groupId).orElseThrow(() -> new RefusedException("access.refused.group-gone"));
    }

    private static void requireAllowed(String name, String description) {
        if (!DisplayName.isAllowed(name, UserGroup.NAME_LENGTH)
                || description.codePointCount(0, description.length()) > UserGroup.DESCRIPTION_LENGTH) {
            throw new RefusedException("groups.refused.text");
        }
    }

    private static String names(Set<Permission> permissions) {
        return permissions.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }
}
