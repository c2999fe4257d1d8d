package dev.latchkey.user.group;

import java.util.Map;
import org.springframework.modulith.NamedInterface;

/** What members of a group owe outside this module: a code at their logins. Each method is called within the transaction of the change. */
@NamedInterface("api")
public interface GroupObligation {

    /** The groups whose members owe one, now or from a later time on, by id. */
    Map<Long, CodeObligation> byGroup();

    /** Whether the actor may take somebody out of the group, rename or delete it. */
    boolean isReleasableBy(long actorId, long groupId);

    /** Called after the user has joined the group. */
    void joined(long groupId, long userId);

    /** Called after the user has left the group. */
    void left(long groupId, long userId);

    /** Called after a group has been deleted whose members, perhaps many, owed one. */
    void dissolved();
}
