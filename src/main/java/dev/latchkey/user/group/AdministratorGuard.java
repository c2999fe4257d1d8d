package dev.latchkey.user.group;

import dev.latchkey.common.RefusedException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the group Account Administrator from ever being without a member who can sign in. */
@Component
@NamedInterface("api")
public class AdministratorGuard {

    private final UserGroupRepository groups;
    private final List<SignInBlocker> hindrances;

    AdministratorGuard(UserGroupRepository groups, List<SignInBlocker> hindrances) {
        this.groups = groups;
        this.hindrances = hindrances;
    }

    /**
     * To be called first in every transaction after which a user may not be an administrator who can sign in any more; the next
     * such transaction waits for the end of this one.
     *
     * @throws RefusedException where no other administrator could sign in then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAnotherThan(long userId) {
        if (isIrreplaceable(userId)) {
            throw new RefusedException("access.refused.last-administrator");
        }
    }

    /**
     * Whether the user is an administrator beside whom no other could sign in. That stays so until this transaction ends: whatever
     * could change it waits.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isIrreplaceable(long userId) {
        groups.lockBuiltIn();
        var active = active();
        if (!active.contains(userId)) {
            return false;
        }
        var able = new HashSet<>(active);
        hindrances.forEach(hindrance -> able.removeAll(hindrance.blockedAmong(active)));
        return isLastOf(able, userId);
    }

    /** As {@link #requireAnotherThan}, where the user is to be in these groups alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAnotherThanIfLeaving(long userId, Set<Long> groupIds) {
        if (!groupIds.contains(groups.lockBuiltIn())) {
            requireAnotherThan(userId);
        }
    }

    /** The administrators who may sign in, whether or not they could now. */
    public List<Long> active() {
        return groups.activeAdministrators();
    }

    private static boolean isLastOf(Collection<Long> able, long userId) {
        return able.stream().allMatch(id -> id == userId);
    }
}
