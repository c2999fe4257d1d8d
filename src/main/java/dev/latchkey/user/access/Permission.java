package dev.latchkey.user.access;

/**
 * A permission that a user group gives its members. An enum, so that stored data cannot contain an authority that Spring Security
 * would treat as a passed factor.
 */
public enum Permission {
    /** Enforce two-factor authentication, change account settings. */
    MANAGE_ACCOUNT,
    /** Invite, edit and remove users and groups, reset a user's two-factor authentication. */
    MANAGE_USERS_AND_GROUPS,
    /** Read the audit trail. */
    VIEW_AUDIT_TRAIL
}
