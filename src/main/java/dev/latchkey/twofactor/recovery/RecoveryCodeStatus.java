package dev.latchkey.twofactor.recovery;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * The recovery codes in a user's profile.
 *
 * @param codesLeft how many have not been used
 * @param madeAt when the set was made
 */
@NamedInterface("api")
public record RecoveryCodeStatus(int codesLeft, Instant madeAt) {

    private static final int FEW = 3;

    /** Whether it is time for a new set. */
    public boolean isRunningOut() {
        return codesLeft <= FEW;
    }
}
