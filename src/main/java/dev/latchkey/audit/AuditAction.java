package dev.latchkey.audit;

/** What can stand in the audit trail; the name is what is stored, so a constant is never renamed. */
public enum AuditAction {
    SIGNED_IN,
    SIGNED_OUT,
    PASSWORD_REFUSED,
    CODE_REFUSED,
    TWO_FACTOR_TURNED_ON,
    TWO_FACTOR_TURNED_OFF,
    ACCOUNT_SET_UP
}
