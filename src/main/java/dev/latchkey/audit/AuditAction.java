package dev.latchkey.audit;

/** What can stand in the audit trail; the name is what is stored, so a constant is never renamed. */
public enum AuditAction {
    SIGNED_IN,
    SIGNED_OUT,
    PASSWORD_REFUSED,
    CODE_REFUSED,
    TWO_FACTOR_TURNED_ON,
    TWO_FACTOR_TURNED_OFF,
    TWO_FACTOR_RESET,
    SECRET_EMAILED,
    ENFORCEMENT_TURNED_ON,
    ENFORCEMENT_TURNED_OFF,
    SECRET_DELIVERY_CHANGED,
    EMAIL_RETRIED,
    USER_INVITED,
    INVITATION_SENT_AGAIN,
    USER_REGISTERED,
    USER_CHANGED,
    USER_DISABLED,
    USER_ENABLED,
    USER_REMOVED,
    GROUP_CREATED,
    GROUP_CHANGED,
    GROUP_DELETED,
    GROUP_MEMBER_ADDED,
    GROUP_MEMBER_REMOVED,
    ACCOUNT_SET_UP;

    /** The key of its words in the bundle. */
    public String messageKey() {
        return "audit.action." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
