package dev.latchkey.twofactor.totp;

import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * How the codes of one enrolment are calculated (RFC 6238, 4). Our own secrets have the standard ones, because several apps silently
 * ignore anything else; an imported one keeps those of the app it is in.
 *
 * @param digits of a code, 6 to 8 (RFC 4226, 5.3)
 * @param periodSeconds length of a time step (RFC 6238, 4.1: X), 15 to 120
 */
@NamedInterface("api")
public record TotpParameters(int digits, int periodSeconds, TotpAlgorithm algorithm) {

    /** SHA-1, 6 digits, 30 seconds. */
    public static final TotpParameters STANDARD = new TotpParameters(6, 30, TotpAlgorithm.SHA1);

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 8;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 120;

    /** Refuses what no app shows, or what would be valid too long. */
    public TotpParameters {
        if (!areSane(digits, periodSeconds)) {
            throw new IllegalArgumentException(
                    "codes of " + digits + " digits, each for " + periodSeconds + " seconds");
        }
    }

    /** Whether codes with that many digits and that period are accepted. */
    public static boolean areSane(int digits, int periodSeconds) {
        return digits >= FEWEST_DIGITS
                && digits <= MOST_DIGITS
                && periodSeconds >= SHORTEST
                && periodSeconds <= LONGEST;
    }

    /** The time step that contains the instant (RFC 6238, 4.2: T, with T0 = 0). */
    public long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), periodSeconds);
    }

    /** The latest step whose code is accepted at that instant. */
    public long latestStepAt(Instant instant) {
        return stepAt(instant) + Totp.WINDOW_STEPS;
    }
}
