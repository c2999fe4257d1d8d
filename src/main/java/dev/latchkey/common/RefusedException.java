package dev.latchkey.common;

/**
 * A rule refused what somebody asked for, and nothing has changed. It carries the words to tell them, so that any page can
 * show it as it is.
 */
public class RefusedException extends RuntimeException {

    private final String messageKey;
    private final transient Object[] arguments;

    /** Refuses with a sentence of the bundle and what it takes. */
    public RefusedException(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    /** The key of the sentence in the bundle. */
    public String messageKey() {
        return messageKey;
    }

    /** What the sentence takes. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
