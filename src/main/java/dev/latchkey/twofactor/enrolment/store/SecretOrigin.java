package dev.latchkey.twofactor.enrolment.store;

import org.springframework.modulith.NamedInterface;

/** How a secret reached its user. */
@NamedInterface("api")
public enum SecretOrigin {
    /** Shown in the profile or at sign-up; has never been in a mailbox. */
    ON_SCREEN,
    /** Mailed automatically, because a sign-in of the user needs one. */
    BY_EMAIL,
    /** Mailed at the request of an administrator, who thereby vouches for the mailbox. */
    AFTER_RESET,
    /** Printed for the owner of the server, who passes it on; has never been in a mailbox. */
    ON_CONSOLE,
    /** In use at another server before, from which an administrator imported it; has never been in a mailbox of ours. */
    IMPORTED
}
