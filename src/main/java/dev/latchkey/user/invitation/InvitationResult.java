package dev.latchkey.user.invitation;

import dev.latchkey.user.UserStatus;

/** What came of inviting an address. */
public enum InvitationResult {
    /** The invitation is on its way. */
    INVITED,
    /** There is a user of that address already who can log in; nothing has changed. */
    ACTIVE_ALREADY,
    /** There is one who was invited before and has not signed up yet; nothing has changed. */
    INVITED_ALREADY,
    /** There is one who is disabled; nothing has changed. */
    DISABLED_ALREADY;

    static InvitationResult ofKnown(UserStatus status) {
        return switch (status) {
            case ACTIVE -> ACTIVE_ALREADY;
            case INVITED -> INVITED_ALREADY;
            case DISABLED -> DISABLED_ALREADY;
        };
    }
}
