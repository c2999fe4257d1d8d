package dev.latchkey.account;

/** Why a new password is refused; the sentence takes the fewest and the most characters of the rules. */
public enum PasswordFault {
    TOO_SHORT("form.password-length"),
    TOO_LONG("form.password.too-long"),
    NO_UPPER_CASE_LETTER("form.password.no-upper-case"),
    NO_LOWER_CASE_LETTER("form.password.no-lower-case"),
    NO_DIGIT("form.password.no-digit"),
    NO_SPECIAL_CHARACTER("form.password.no-special"),
    /** It is one of those that are tried first. */
    COMMON("form.password.common"),
    /** It is what anybody knows who knows the user or the organisation. */
    OBVIOUS("form.password.obvious");

    private final String messageKey;

    PasswordFault(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of its sentence in the bundle. */
    public String messageKey() {
        return messageKey;
    }
}
