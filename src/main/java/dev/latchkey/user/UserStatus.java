package dev.latchkey.user;

/** Where a user stands between invitation and farewell; only an {@link #ACTIVE} one can sign in. */
public enum UserStatus {
    INVITED,
    ACTIVE,
    DISABLED
}
