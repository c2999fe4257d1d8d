package dev.latchkey.user.group;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.Permission;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Limits whom an administrator of users and groups can act on: only users and groups without permissions that the administrator
 * lacks. Acting on a user with more permissions would allow taking over that user.
 */
@Component(Reach.BEAN)
public class Reach {

    public static final String BEAN = "reach";

    private final UserRepository users;
    private final UserGroupRepository groups;

    Reach(UserRepository users, UserGroupRepository groups) {
        this.users = users;
        this.groups = groups;
    }

    /**
     * Whether the caller has every permission of the user; true for a user who is gone.
     *
     * @return true
     * @throws RefusedException if the user has one that the caller does not have
     */
    public boolean isOver(Authentication caller, long userId) {
        return require(caller, users.permissionsOf(userId), "access.refused.user-beyond-reach");
    }

    /**
     * Whether the caller has every permission that the group gives.
     *
     * @return true
     * @throws RefusedException if the group gives one that the caller does not have
     */
    public boolean isOverGroup(Authentication caller, long groupId) {
        var given = groups.findById(groupId).map(UserGroup::permissions).orElse(Set.of());
        return require(caller, given, "access.refused.group-beyond-reach");
    }

    /** Whether the actor can log in and has the permission, now: for what was asked for earlier. */
    public boolean isStillPermitted(long actorId, Permission permission) {
        return users.findById(actorId).filter(User::isActive).isPresent()
                && users.permissionsOf(actorId).contains(permission);
    }

    /** Whether the actor can log in, has the permission and has every permission of the user, now: for what was asked for earlier. */
    public boolean isStillOver(long actorId, Permission permission, long userId) {
        return isStillPermitted(actorId, permission)
                && users.permissionsOf(actorId).containsAll(users.permissionsOf(userId));
    }

    private static boolean require(Authentication caller, Set<Permission> needed, String messageKey) {
        var own = caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        if (!needed.stream().map(Enum::name).allMatch(own::contains)) {
            throw new RefusedException(messageKey);
        }
        return true;
    }
}
