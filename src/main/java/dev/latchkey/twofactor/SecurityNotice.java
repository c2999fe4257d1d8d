package dev.latchkey.twofactor;

/** Mails that tell a user what happened to their own second factor; the name is the kind in the outbox and in the bundle. */
enum SecurityNotice {
    TWO_FACTOR_TURNED_ON,
    TWO_FACTOR_TURNED_OFF;

    /** Prefix of the notice's texts in the bundle. */
    String messageKey() {
        return "mail.notice." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
