package dev.latchkey.user.link;

/** The purpose of a one-time link; a token cannot be used for another purpose. */
public enum LinkPurpose {
    SET_UP,
    INVITATION,
    PASSWORD_RESET,
    UNLOCK,
    /** Sent to a new address: makes it the user's. */
    ADDRESS_CONFIRM,
    /** Sent to the old address: takes the change back. */
    ADDRESS_CANCEL
}
