package dev.latchkey.user.group;

import dev.latchkey.user.access.Permission;
import java.util.Set;

/** What an administrator edits of a user group. */
public record UserGroupEdit(String name, String description, Set<Permission> permissions) {

    /** Keeps a copy of the permissions. */
    public UserGroupEdit {
        permissions = Set.copyOf(permissions);
    }
}
