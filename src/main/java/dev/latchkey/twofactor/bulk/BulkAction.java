package dev.latchkey.twofactor.bulk;

import org.springframework.modulith.NamedInterface;

/** What an administrator can do to many users at once. */
@NamedInterface("api")
public enum BulkAction {
    /** Reminds those who have not set up two-factor authentication. */
    REMIND,
    /** Voids their secrets and emails new ones. */
    EMAIL_SECRET,
    /** Sends their invitations again. */
    INVITE_AGAIN,
    /** Adds them to a group. */
    ADD_TO_GROUP,
    /** Removes them from a group. */
    REMOVE_FROM_GROUP,
    /** Prevents them from logging in. */
    DISABLE;

    /** Whether it needs a user group. */
    public boolean needsGroup() {
        return this == ADD_TO_GROUP || this == REMOVE_FROM_GROUP;
    }

    /** Whether an actor who is among the users would be logged out by it. */
    boolean endsOwnSession() {
        return this == EMAIL_SECRET || this == DISABLE;
    }
}
