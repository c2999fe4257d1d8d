package dev.latchkey.twofactor.enrolment.store;

/** How a secret reached its user. */
public enum SecretOrigin {
    /** Shown in the profile or at sign-up; has never been in a mailbox. */
    ON_SCREEN,
    /** Mailed by the product itself, because a sign-in of the user needs one. */
    BY_EMAIL,
    /** Mailed because an administrator said so, who vouches with that for whoever reads the mailbox. */
    AFTER_RESET,
    /** Printed for whoever owns the server, who hands it on; has never been in a mailbox. */
    ON_CONSOLE
}
