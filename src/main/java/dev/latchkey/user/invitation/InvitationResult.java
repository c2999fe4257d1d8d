package dev.latchkey.user.invitation;

import dev.latchkey.user.UserStatus;

/** The result of inviting an address. */
public enum InvitationResult {
    /** The invitation is on its way. */
    INVITED,
    /** A user with that address can already log in; nothing has changed. */
    ACTIVE_ALREADY,
    /** A user with that address was invited before and has not signed up yet; nothing has changed. */
    INVITED_ALREADY,
    /** A user with that address is disabled; nothing has changed. */
    DISABLED_ALREADY;

    static InvitationResult ofKnown(UserStatus status) {
        return switch (status) {
            case ACTIVE -> ACTIVE_ALREADY;
            case INVITED -> INVITED_ALREADY;
            case DISABLED -> DISABLED_ALREADY;
        };
    }
}
