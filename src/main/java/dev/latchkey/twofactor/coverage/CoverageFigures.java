package dev.latchkey.twofactor.coverage;

import org.springframework.modulith.NamedInterface;

/**
 * How many active users are protected.
 *
 * @param active all of them
 * @param protectedUsers those who have proven a secret
 * @param notSetUp the others
 * @param expired those of the others who need a code and have no secret that works
 * @param unreachable those to whom the latest email was refused; some may be protected
 * @param neverSignedIn those who have never logged in; some may be protected
 */
@NamedInterface("api")
public record CoverageFigures(
        int active, int protectedUsers, int notSetUp, int expired, int unreachable, int neverSignedIn) {

    /** The part of the active users who are protected, in percent, rounded down: 100 means everybody; 0 without active users. */
    public int percent() {
        return active == 0 ? 0 : (int) (protectedUsers * 100L / active);
    }
}
