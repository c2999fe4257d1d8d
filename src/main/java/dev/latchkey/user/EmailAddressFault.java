package dev.latchkey.user;

/** Why a text is not an address that can be invited. */
public enum EmailAddressFault {
    NO_ADDRESS("add-user.invalid"),
    /** A letter with an accent, or of another script, before the @: most mail servers do not accept that. */
    NOT_ASCII("add-user.not-ascii"),
    QUOTED("add-user.quoted"),
    /** The part after the @ is not a domain, or is an IP address. */
    NO_DOMAIN("add-user.no-domain"),
    TOO_LONG("add-user.too-long");

    private final String messageKey;

    EmailAddressFault(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of a message that takes the typed text. */
    public String messageKey() {
        return messageKey;
    }
}
