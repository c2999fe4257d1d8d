package dev.latchkey.twofactor;

/** How a secret reached its user. */
enum SecretOrigin {
    /** Shown in the profile or at sign-up; has never been in a mailbox. */
    ON_SCREEN,
    /** Mailed, because the account enforces two-factor authentication or an administrator reset the user. */
    BY_EMAIL,
    /** Printed for whoever owns the server, who hands it on; has never been in a mailbox. */
    ON_CONSOLE
}
