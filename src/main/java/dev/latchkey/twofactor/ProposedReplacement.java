package dev.latchkey.twofactor;

import java.time.Duration;
import java.time.Instant;

/**
 * A secret that is shown to a user who has just proven to be themselves, and that takes the place of the present one with the
 * first right code from it.
 *
 * @param proposed the secret
 * @param proposedAt when they had proven it
 */
public record ProposedReplacement(ProposedEnrolment proposed, Instant proposedAt) {

    /** How long it may take to install an app and add the secret to it, before the proof is too old. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(proposedAt.plus(LIFE));
    }
}
