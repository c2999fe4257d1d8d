package dev.latchkey.user.group;

import dev.latchkey.user.access.Permission;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * A group as the list of groups shows it.
 *
 * @param version moves with every change of the name, description or permissions
 * @param builtIn whether it is Account Administrator, whose name and permissions stand and which is never deleted
 * @param members how many
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
