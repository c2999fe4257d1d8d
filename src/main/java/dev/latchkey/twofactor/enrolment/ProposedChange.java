package dev.latchkey.twofactor.enrolment;

import java.time.Duration;
import java.time.Instant;

/**
 * A secret that is shown to a user who has just proven to be themselves, by the strongest factor that they had, and that becomes
 * theirs with the first right code from it. It never leaves the server: the proof that it carries is nobody's word.
 *
 * @param proposed the secret
 * @param provenAt when they had proven it
 */
public record ProposedChange(ProposedEnrolment proposed, Instant provenAt) {

    /** How long it may take to install an app and add the secret to it, before the proof is too old. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(provenAt.plus(LIFE));
    }
}
