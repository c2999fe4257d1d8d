package dev.latchkey.twofactor.enforcement.group;

import java.time.Instant;

/**
 * A user group whose members need a code, now or from a later time on.
 *
 * @param since from when on
 * @param activeMembers how many of its members are active
 */
public record EnforcedGroup(long id, String name, Instant since, int activeMembers) {

    /** Whether its members need a code at that time. */
    public boolean isEnforcedAt(Instant now) {
        return !since.isAfter(now);
    }
}
