package dev.latchkey.user.group;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.common.text.Search;
import dev.latchkey.user.User;
import dev.latchkey.user.UserName;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.SteppedUpOver;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of user groups. */
@Service
@NamedInterface("api")
public class UserGroupMembers {

    private final UserGroupRepository groups;
    private final UserRepository users;
    private final GroupMembership membership;
    private final AdministratorGuard administrators;
    private final AuditTrail auditTrail;

    UserGroupMembers(
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

    /** The members whose name or address contains the text, which may be empty. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<UserName> find(long groupId, String search, int offset, int limit) {
        return groups.members(groupId, Search.term(search), offset, limit);
    }

    /** How many {@link #find} there are in all. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public int count(long groupId, String search) {
        return groups.countMembers(groupId, Search.term(search));
    }

    /**
     * Adds a member.
     *
     * @throws RefusedException if the group gives a permission that the actor does not have, or the user is gone
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @RetryOnConcurrencyFailure
    @Transactional
    public void add(long actorId, long groupId, long userId) {
        var group = groups.findById(groupId).orElseThrow(UserGroup::gone);
        var user = users.findById(userId).orElseThrow(() -> new RefusedException("access.refused.user-gone"));
        if (membership.join(actorId, groupId, userId)) {
            auditTrail.record(AuditAction.GROUP_MEMBER_ADDED, actorId, userId, user.email(), group.name());
        }
    }

    /**
     * Removes a member.
     *
     * @throws RefusedException if that would leave no administrator who can sign in, or the actor may not release members of a group whose members owe codes
     */
    @SteppedUpOver(Permission.MANAGE_USERS_AND_GROUPS)
    @RetryOnConcurrencyFailure
    @Transactional
    public void remove(long actorId, long groupId, long userId) {
        var group = groups.findById(groupId).orElseThrow(UserGroup::gone);
        if (group.builtIn()) {
            administrators.requireAnotherThan(userId);
        }
        if (membership.leave(actorId, groupId, userId)) {
            var email = users.findById(userId).map(User::email).orElse("");
            auditTrail.record(AuditAction.GROUP_MEMBER_REMOVED, actorId, userId, email, group.name());
        }
    }
}
