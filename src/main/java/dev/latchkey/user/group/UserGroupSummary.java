package dev.latchkey.user.group;

import dev.latchkey.user.access.Permission;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * A group in the list of groups.
 *
 * @param version increases with every change of the name, description or permissions
 * @param builtIn whether it is Account Administrator, whose name and permissions are fixed and which is never deleted
 * @param members how many members it has
 */
@NamedInterface("api")
public record UserGroupSummary(
        long id,
        long version,
        String name,
        String description,
        boolean builtIn,
        Set<Permission> permissions,
        int members) {}
