package dev.latchkey.twofactor.secret;

import dev.latchkey.twofactor.enrolment.store.Enrolment;

/** One of the secrets that a user has had, by the version of their enrolment. */
public record SecretVersion(long version) {

    /** The one that the user has now. */
    public static SecretVersion of(Enrolment enrolment) {
        return new SecretVersion(enrolment.version());
    }

    /** Whether it is the one that the user has now. */
    boolean isOf(Enrolment enrolment) {
        return enrolment.version() == version;
    }
}
