package dev.latchkey.twofactor.coverage;

import org.springframework.modulith.NamedInterface;

/**
 * How many of a user group's active members are protected.
 *
 * @param active all of them
 * @param protectedUsers those who have proven a secret
 */
@NamedInterface("api")
public record GroupCoverage(long groupId, String name, int active, int protectedUsers) {

    /** How many have not set up. */
    public int notSetUp() {
        return active - protectedUsers;
    }

    /** In percent, rounded down; 0 without active members. */
    public int percent() {
        return active == 0 ? 0 : (int) (protectedUsers * 100L / active);
    }
}
