package dev.latchkey.user.administration;

import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * The data of a user that an administrator can edit.
 *
 * @param name empty for a user who has not registered and will choose one
 * @param groupIds the groups that the user is in
 */
@NamedInterface("api")
public record UserEdit(String name, Set<Long> groupIds) {

    /** Keeps a copy of the ids. */
    public UserEdit {
        groupIds = Set.copyOf(groupIds);
    }
}
