package dev.latchkey.user.group;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.Permission;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds users to groups and removes them, by rules that apply to every caller. */
@Component
public class GroupMembership {

    private final UserGroupRepository groups;
    private final UserRepository users;

    GroupMembership(UserGroupRepository groups, UserRepository users) {
        this.groups = groups;
        this.users = users;
    }

    /**
     * Puts the user into exactly these groups; the caller has ensured that an administrator remains.
     *
     * @throws RefusedException if that would give a permission that the actor does not have
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(long actorId, long userId, Set<Long> groupIds) {
        var before = groups.groupsOf(userId);
        var joined = new HashSet<>(groupIds);
        joined.removeAll(before);
        joined.forEach(group -> join(actorId, group, userId));
        before.removeAll(groupIds);
        before.forEach(group -> groups.removeMember(group, userId));
    }

    /** Puts the user into the group; false if they are already in it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean join(long actorId, long groupId, long userId) {
        var group = groups.findById(groupId).orElseThrow(UserGroup::gone);
        requireToHave(actorId, group.permissions());
        return groups.addMember(groupId, userId);
    }

    /** Refuses to give a permission that the giver does not have. */
    void requireToHave(long actorId, Set<Permission> given) {
        if (!users.permissionsOf(actorId).containsAll(given)) {
            throw new RefusedException("access.refused.beyond-own-permissions");
        }
    }
}
