package dev.latchkey.user.group;

import dev.latchkey.user.access.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A group in the list of groups.
 *
 * @param version increases with every change of the name, description or permissions
 * @param builtIn whether it is Account Administrator, whose name and permissions are fixed and which is never deleted
 * @param members how many members it has
 * @param codeOwed that its members owe a code at their logins; null if they don't
 */
@NamedInterface("api")
public record UserGroupSummary(
        long id,
        long version,
        String name,
        String description,
        boolean builtIn,
        Set<Permission> permissions,
        int members,
        @Nullable CodeObligation codeOwed) {

    /** The same, with what its members owe. */
    UserGroupSummary owing(@Nullable CodeObligation owed) {
        return new UserGroupSummary(id, version, name, description, builtIn, permissions, members, owed);
    }
}
