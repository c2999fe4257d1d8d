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
 * A group of users, and what it lets them do. It is read and written whole; who its members are is no part of it.
 *
 * @param id null for a new one
 * @param version moves with every change; null for a new one
 * @param builtIn whether it is Account Administrator, whose name and permissions stand and which is never deleted
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

    /** Takes its own copy of the grants. */
    public UserGroup {
        grants = Set.copyOf(grants);
    }

    /** A new group without members. */
    static UserGroup of(UserGroupEdit edit) {
        return new UserGroup(null, null, edit.name(), edit.description(), false, grants(edit.permissions()));
    }

    /** What it lets its members do, in the order of {@link Permission}. */
    public Set<Permission> permissions() {
        var permissions = EnumSet.noneOf(Permission.class);
        grants.forEach(grant -> permissions.add(grant.permission()));
        return permissions;
    }

    /** What there is to edit of it. */
    UserGroupEdit toEdit() {
        return new UserGroupEdit(name, description, permissions());
    }

    /**
     * The group as the edit wants it.
     *
     * @throws RefusedException where it is Account Administrator and more than the description is to be another
     */
    UserGroup changedTo(UserGroupEdit edit) {
        if (builtIn && !(name.equals(edit.name()) && permissions().equals(edit.permissions()))) {
            throw new RefusedException("groups.refused.built-in");
        }
        return new UserGroup(id, version, edit.name(), edit.description(), builtIn, grants(edit.permissions()));
    }

    /** What the edit permits beyond what the group permits now. */
    Set<Permission> permissionsAddedBy(UserGroupEdit edit) {
        var before = permissions();
        return edit.permissions().stream()
                .filter(permission -> !before.contains(permission))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses, with a {@link RefusedException}, that Account Administrator is deleted. */
    void requireDeletable() {
        if (builtIn) {
            throw new RefusedException("groups.refused.built-in");
        }
    }

    private static Set<Grant> grants(Collection<Permission> permissions) {
        return permissions.stream().map(Grant::new).collect(Collectors.toUnmodifiableSet());
    }

    /** One permission that a group gives. */
    @Table("user_group_permission")
    public record Grant(Permission permission) {}
}
