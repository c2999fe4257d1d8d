package dev.latchkey.user;

/** Why a text is no address that can be invited. */
public enum EmailAddressFault {
    NO_ADDRESS("add-user.invalid"),
    /** A letter with an accent, or of another script, before the @: most mail servers take none. */
    NOT_ASCII("add-user.not-ascii"),
    QUOTED("add-user.quoted"),
    /** What stands behind the @ is none, or is the address of a machine. */
    NO_DOMAIN("add-user.no-domain"),
    TOO_LONG("add-user.too-long");

    private final String messageKey;

    EmailAddressFault(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of a sentence that takes what was typed. */
    public String messageKey() {
        return messageKey;
    }
}
