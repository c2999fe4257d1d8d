package dev.latchkey.user;

/** What came of inviting an address. */
public enum InvitationResult {
    /** The invitation is on its way. */
    INVITED,
    /** There is a user of that address already; nothing has changed. */
    KNOWN_ALREADY
}
