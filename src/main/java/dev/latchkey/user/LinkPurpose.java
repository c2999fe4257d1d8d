package dev.latchkey.user;

/** What a one-time link is good for; a token of one purpose opens nothing of another. */
enum LinkPurpose {
    SET_UP,
    INVITATION,
    PASSWORD_RESET,
    UNLOCK
}
