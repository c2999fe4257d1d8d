package dev.latchkey.user.link;

/** What a one-time link is good for; a token of one purpose opens nothing of another. */
public enum LinkPurpose {
    SET_UP,
    INVITATION,
    PASSWORD_RESET,
    UNLOCK
}
