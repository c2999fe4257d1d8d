package dev.latchkey.user.group;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.DisplayName;
import dev.latchkey.common.text.LookAlike;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives each group a name that nobody takes for that of another. */
@Component
class GroupNames {

    private final UserGroupRepository groups;

    GroupNames(UserGroupRepository groups) {
        this.groups = groups;
    }

    /**
     * The name in its one form, for a group that has it from this transaction on; the next one that wants a name waits for its end.
     *
     * @param group null for a new one; one that keeps its name is asked nothing
     * @throws RefusedException where it is no name, looks like two in a list, or another group has one that looks like it
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

    /** Not {@code equalsIgnoreCase}, which goes by upper case, too, where a dotless i is an i. */
    private static boolean isSame(String name, String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
