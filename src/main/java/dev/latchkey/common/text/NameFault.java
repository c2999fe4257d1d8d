package dev.latchkey.common.text;

/** Why a name is refused; the message takes the maximum number of characters. */
public enum NameFault {
    /** It is empty or too long. */
    LENGTH("name.refused.length"),
    /** It breaks the line, or changes the direction of the text around it. */
    FORBIDDEN_CHARACTER("name.refused.character"),
    /** It is invisible. */
    INVISIBLE("name.refused.invisible");

    private final String messageKey;

    NameFault(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of its message in the bundle. */
    public String messageKey() {
        return messageKey;
    }
}
