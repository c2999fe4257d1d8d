package dev.latchkey.common.text;

/** Why a name is refused; the sentence takes the most characters that it may have. */
public enum NameFault {
    /** There is nothing, or too much of it. */
    LENGTH("name.refused.length"),
    /** It breaks the line, or turns the direction of the text around it. */
    FORBIDDEN_CHARACTER("name.refused.character"),
    /** Nobody sees it. */
    INVISIBLE("name.refused.invisible");

    private final String messageKey;

    NameFault(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The key of its sentence in the bundle. */
    public String messageKey() {
        return messageKey;
    }
}
