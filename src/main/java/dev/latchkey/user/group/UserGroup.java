package dev.latchkey.user.group;

import dev.latchkey.common.RefusedException;
import dev.latchkey.user.access.Permission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A group of users, and their permissions. It is read and written as a whole; its members are not part of it.
 *
 * @param id null for a new one
 * @param version increases with every change; null for a new one
 * @param builtIn whether it is Account Administrator, whose name and permissions are fixed and which is never deleted
 */
@Table("user_group")
public record UserGroup(
        @Id @Nullable Long id,
        @Version @Nullable Long version,
        String name,
        String description,
        boolean builtIn,
        @MappedCollection(idColumn = "user_group") Set<Grant> grants) {

    /** The longest name, in characters. */
    public static final int NAME_LENGTH = 100;

    /** The longest description, in characters. */
    public static final int DESCRIPTION_LENGTH = 500;

    /** Keeps its own copy of the grants. */
    public UserGroup {
        grants = Set.copyOf(grants);
    }

    /** The refusal of an action on a group that has been deleted. */
    static RefusedException gone() {
        return new RefusedException("access.refused.group-gone");
    }

    /** A new group without members. */
    static UserGroup of(UserGroupEdit edit) {
        return new UserGroup(null, null, edit.name(), edit.description(), false, grants(edit.permissions()));
    }

    /** Its permissions, in the order of {@link Permission}. */
    public Set<Permission> permissions() {
        var permissions = EnumSet.noneOf(Permission.class);
        grants.forEach(grant -> permissions.add(grant.permission()));
        return permissions;
    }

    /** Its editable data. */
    UserGroupEdit toEdit() {
        return new UserGroupEdit(name, description, permissions());
    }

    /**
     * The group with the edit applied.
     *
     * @throws RefusedException if it is Account Administrator and more than the description would change
     */
    UserGroup changedTo(UserGroupEdit edit) {
        if (builtIn && !(name.equals(edit.name()) && permissions().equals(edit.permissions()))) {
            throw new RefusedException("groups.refused.built-in");
        }
        return new UserGroup(id, version, edit.name(), edit.description(), builtIn, grants(edit.permissions()));
    }

    /** The permissions that the edit adds to the group. */
    Set<Permission> permissionsAddedBy(UserGroupEdit edit) {
        var before = permissions();
        return edit.permissions().stream()
                .filter(permission -> !before.contains(permission))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses, with a {@link RefusedException}, to delete Account Administrator. */
    void requireDeletable() {
        if (builtIn) {
            throw new RefusedException("groups.refused.built-in");
        }
    }

    private static Set<Grant> grants(Collection<Permission> permissions) {
        return permissions.stream().map(Grant::new).collect(Collectors.toUnmodifiableSet());
    }

    /** A permission that a group gives. */
    @Table("user_group_permission")
    public record Grant(Permission permission) {}
}
