package dev.latchkey.twofactor.secret;

import dev.latchkey.twofactor.enrolment.store.Enrolment;

/** One of the secrets that a user has had, by the version of their enrolment. */
public record SecretVersion(long version) {

    /** The user's current one. */
    public static SecretVersion of(Enrolment enrolment) {
        return new SecretVersion(enrolment.version());
    }

    /** Whether it is the user's current one. */
    boolean isOf(Enrolment enrolment) {
        return enrolment.version() == version;
    }
}
