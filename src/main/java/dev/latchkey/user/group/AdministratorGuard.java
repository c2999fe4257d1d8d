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

/** Makes sure that the group Account Administrator always has a member who can sign in. */
@Component
@NamedInterface("api")
public class AdministratorGuard {

    private final UserGroupRepository groups;
    private final List<SignInBlocker> blockers;

    AdministratorGuard(UserGroupRepository groups, List<SignInBlocker> blockers) {
        this.groups = groups;
        this.blockers = blockers;
    }

    /**
     * Call it first in every transaction that may leave a user unable to sign in as an administrator; the next such transaction
     * waits for the end of this one.
     *
     * @throws RefusedException if no other administrator could sign in then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAnotherThan(long userId) {
        if (isIrreplaceable(userId)) {
            throw new RefusedException("access.refused.last-administrator");
        }
    }

    /**
     * Whether the user is an administrator and no other administrator could sign in. This cannot change until the transaction ends:
     * other changes wait.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isIrreplaceable(long userId) {
        groups.lockBuiltIn();
        var active = active();
        if (!active.contains(userId)) {
            return false;
        }
        var able = new HashSet<>(active);
        blockers.forEach(blocker -> able.removeAll(blocker.blockedAmong(active)));
        return isLastOf(able, userId);
    }

    /** Like {@link #requireAnotherThan}, if the user will be in exactly these groups. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAnotherThanIfLeaving(long userId, Set<Long> groupIds) {
        if (!groupIds.contains(groups.lockBuiltIn())) {
            requireAnotherThan(userId);
        }
    }

    /** The active administrators, whether or not they can sign in now. */
    public List<Long> active() {
        return groups.activeAdministrators();
    }

    private static boolean isLastOf(Collection<Long> able, long userId) {
        return able.stream().allMatch(id -> id == userId);
    }
}
