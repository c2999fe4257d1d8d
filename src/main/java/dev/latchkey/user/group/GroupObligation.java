package dev.latchkey.user.group;

import dev.latchkey.common.RefusedException;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/** What members of a group owe outside this module: a code at their logins. Each method is called within the transaction of the change. */
@NamedInterface("api")
public interface GroupObligation {

    /** The groups whose members owe one, now or from a later time on, by id. */
    Map<Long, CodeObligation> byGroup();

    /**
     * Called before the actor takes somebody out of the group, or deletes it.
     *
     * @throws RefusedException if the actor may not release members from what they owe
     */
    void requireReleasable(long actorId, long groupId);

    /** Called after the user has joined the group. */
    void joined(long groupId, long userId);

    /** Called after the user has left the group. */
    void left(long groupId, long userId);

    /** Called after a group with perhaps many members has been deleted. */
    void dissolved();
}
