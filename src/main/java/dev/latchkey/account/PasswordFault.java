package dev.latchkey.account;

/** Why a new password is refused; the message takes the minimum and maximum number of characters. */
public enum PasswordFault {
    TOO_SHORT("form.password-length"),
    TOO_LONG("form.password.too-long"),
    NO_UPPER_CASE_LETTER("form.password.no-upper-case"),
    NO_LOWER_CASE_LETTER("form.password.no-lower-case"),
    NO_DIGIT("form.password.no-digit"),
    NO_SPECIAL_CHARACTER("form.password.no-special"),
    /** It is a common password. */
    COMMON("form.password.common"),
    /** It is known to anybody who knows the user or the organisation. */
    OBVIOUS("form.password.obvious");

    private final String messageKey;

    PasswordFault(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of its message in the bundle. */
    public String messageKey() {
        return messageKey;
    }
}
