package dev.latchkey.twofactor.enrolment;

import java.time.Duration;
import java.time.Instant;

/**
 * A secret that is shown to a user who has just confirmed their identity with their strongest factor, and that becomes theirs with
 * its first correct code. It never leaves the server, so that the confirmation cannot be forged.
 *
 * @param proposed the secret
 * @param provenAt when they confirmed their identity
 */
public record ProposedChange(ProposedEnrolment proposed, Instant provenAt) {

    /** How long it may take to install an app and add the secret to it, before the confirmation is too old. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(provenAt.plus(LIFE));
    }
}
