package dev.latchkey.user.access;

/**
 * What a user group lets its members do. An enum, so that no data can spell an authority that Spring Security would take
 * for a passed factor.
 */
public enum Permission {
    /** Enforce two-factor authentication, change account settings. */
    MANAGE_ACCOUNT,
    /** Invite, edit and remove users and groups, reset a user's two-factor authentication. */
    MANAGE_USERS_AND_GROUPS,
    /** Read the audit trail. */
    VIEW_AUDIT_TRAIL
}
