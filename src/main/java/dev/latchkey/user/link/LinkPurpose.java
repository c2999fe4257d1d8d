package dev.latchkey.user.link;

/** The purpose of a one-time link; a token cannot be used for another purpose. */
public enum LinkPurpose {
    SET_UP,
    INVITATION,
    PASSWORD_RESET,
    UNLOCK
}
