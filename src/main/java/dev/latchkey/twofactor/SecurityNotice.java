package dev.latchkey.twofactor;

/** Mails that tell a user what happened to their own second factor; the name is the kind in the outbox and in the bundle. */
enum SecurityNotice {
    TWO_FACTOR_TURNED_ON,
    TWO_FACTOR_TURNED_OFF,
    /** The reference is the id of the administrator who did it. */
    TWO_FACTOR_RESET,
    /** The right password, but one wrong code after another. */
    WRONG_CODES;

    /** Prefix of the notice's texts in the bundle. */
    String messageKey() {
        return "mail.notice." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
