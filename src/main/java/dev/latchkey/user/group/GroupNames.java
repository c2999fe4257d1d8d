package dev.latchkey.user.group;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.DisplayName;
import dev.latchkey.common.text.LookAlike;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ensures that no group's name can be mistaken for another's. */
@Component
class GroupNames {

    private final UserGroupRepository groups;

    GroupNames(UserGroupRepository groups) {
        this.groups = groups;
    }

    /**
     * The normalized name, for a group that gets it in this transaction; others that need a name wait for its end.
     *
     * @param group null for a new one; no check if it keeps its name
     * @throws RefusedException if it is invalid, looks like two names in a list, or looks like another group's name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String claim(@Nullable UserGroup group, String typed) {
        var name = DisplayName.require(typed, UserGroup.NAME_LENGTH);
        if (group != null && group.name().equals(name)) {
            return name;
        }
        if (LookAlike.looksLikeSeveral(name)) {
            throw new RefusedException("groups.refused.name-with-comma");
        }
        groups.lockBuiltIn();
        groups.namesBut(group == null ? null : group.id()).stream()
                .filter(other -> LookAlike.areAlike(name, other))
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedException(
                            isSame(name, other) ? "groups.refused.name-taken" : "groups.refused.name-alike", other);
                });
        return name;
    }

    /** Not {@code equalsIgnoreCase}, which also compares in upper case, where a dotless i equals an i. */
    private static boolean isSame(String name, String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
