package dev.latchkey.user;

/** The status of a user; only {@link #ACTIVE} users can sign in. */
public enum UserStatus {
    INVITED,
    ACTIVE,
    DISABLED
}
