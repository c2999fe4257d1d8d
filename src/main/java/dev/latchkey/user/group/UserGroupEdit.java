package dev.latchkey.user.group;

import dev.latchkey.user.access.Permission;
import java.util.Set;

/** The data of a user group that an administrator can edit. */
public record UserGroupEdit(String name, String description, Set<Permission> permissions) {

    /** Keeps a copy of the permissions. */
    public UserGroupEdit {
        permissions = Set.copyOf(permissions);
    }
}
