package dev.latchkey.user.group;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.Permission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds users to groups and removes them, by rules that apply to every caller. */
@Component
public class GroupMembership {

    private final UserGroupRepository groups;
    private final UserRepository users;
    private final List<GroupObligation> obligations;

    GroupMembership(UserGroupRepository groups, UserRepository users, List<GroupObligation> obligations) {
        this.groups = groups;
        this.users = users;
        this.obligations = obligations;
    }

    /**
     * Puts the user into exactly these groups; the caller has ensured that an administrator remains.
     *
     * @throws RefusedException if that would give a permission that the actor does not have, or the actor may not release members of a group whose members owe codes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(long actorId, long userId, Set<Long> groupIds) {
        var before = groups.groupsOf(userId);
        var joined = new HashSet<>(groupIds);
        joined.removeAll(before);
        joined.forEach(group -> join(actorId, group, userId));
        before.removeAll(groupIds);
        before.forEach(group -> leave(actorId, group, userId));
    }

    /** Puts the user into the group; false if they are already in it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean join(long actorId, long groupId, long userId) {
        var group = groups.findById(groupId).orElseThrow(UserGroup::gone);
        requireToHave(actorId, group.permissions());
        var joined = groups.addMember(groupId, userId);
        if (joined) {
            obligations.forEach(obligation -> obligation.joined(groupId, userId));
        }
        return joined;
    }

    /**
     * Takes the user out of the group; the caller has ensured that an administrator remains. False if they are not in it.
     *
     * @throws RefusedException as for {@link #requireReleasable}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean leave(long actorId, long groupId, long userId) {
        requireReleasable(actorId, groupId);
        var left = groups.removeMember(groupId, userId);
        if (left) {
            obligations.forEach(obligation -> obligation.left(groupId, userId));
        }
        return left;
    }

    /** Deletes the group; false if it does not have that version or that many members. */
    boolean dissolve(long actorId, long groupId, long version, int members) {
        groups.lockWithMembers(groupId);
        requireReleasable(actorId, groupId);
        var owed = codesOwed().containsKey(groupId);
        var deleted = groups.deleteIfUnchanged(groupId, version, members);
        if (deleted && owed) {
            obligations.forEach(GroupObligation::dissolved);
        }
        return deleted;
    }

    /** Whether the actor may take members out of the group: out of one whose members owe codes, not everybody may. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isReleasableBy(long actorId, long groupId) {
        return obligations.stream().allMatch(obligation -> obligation.isReleasableBy(actorId, groupId));
    }

    /** Refuses to release the members of a group whose members owe codes, unless the actor may. */
    void requireReleasable(long actorId, long groupId) {
        if (!isReleasableBy(actorId, groupId)) {
            throw new RefusedException(
                    "groups.refused.enforced",
                    groups.findById(groupId).map(UserGroup::name).orElse(""));
        }
    }

    /** The groups whose members owe a code, now or from a later time on, by id. */
    Map<Long, CodeObligation> codesOwed() {
        var owed = new HashMap<Long, CodeObligation>();
        obligations.forEach(obligation -> owed.putAll(obligation.byGroup()));
        return owed;
    }

    /** Refuses to give a permission that the giver does not have. */
    void requireToHave(long actorId, Set<Permission> given) {
        if (!users.permissionsOf(actorId).containsAll(given)) {
            throw new RefusedException("access.refused.beyond-own-permissions");
        }
    }
}
