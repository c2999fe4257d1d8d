package dev.latchkey.twofactor.notice;

/** Mails that tell a user what happened to their own second factor; the name is the kind in the outbox and in the bundle. */
public enum SecurityNotice {
    TWO_FACTOR_TURNED_ON,
    TWO_FACTOR_TURNED_OFF,
    /** The reference is the id of the administrator who did it. */
    TWO_FACTOR_RESET,
    /** The secret of another app has taken the place of the former one. */
    APP_REPLACED,
    /** The reference is the number of codes left. */
    RECOVERY_CODE_USED,
    /** A set of codes of its own, not as part of turning two-factor authentication on. */
    RECOVERY_CODES_MADE,
    /** The right password, but one wrong code after another. */
    WRONG_CODES,
    /** One wrong code after another in a session that is open. */
    WRONG_CODES_IN_SESSION,
    /** So many wrong codes in a row that none is looked at any more. */
    SIGN_IN_LOCKED,
    /** As many, of an administrator beside whom nobody could unlock anybody: an attempt an hour is looked at. */
    LAST_ADMINISTRATOR_GUESSED,
    /** Whoever owns the server has let a user in again; the reference is the user's id. */
    BREAK_GLASS_REOPENED,
    /** Whoever owns the server has lifted the enforcement. */
    BREAK_GLASS_LIFTED;

    /** Prefix of the notice's texts in the bundle. */
    String messageKey() {
        return "mail.notice." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What to do about it, in the bundle. */
    String adviceKey() {
        return switch (this) {
            case BREAK_GLASS_REOPENED, BREAK_GLASS_LIFTED -> "mail.notice.break-glass.advice";
            default -> "mail.notice.not-you";
        };
    }
}
