package dev.latchkey.common;

/** A rule refused the request, and nothing has changed. It carries the message to show, so that any page can show it as it is. */
public class RefusedException extends RuntimeException {

    private final String messageKey;
    private final transient Object[] arguments;

    /** Refuses with a message from the bundle and its arguments. */
    public RefusedException(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    /** The key of the message in the bundle. */
    public String messageKey() {
        return messageKey;
    }

    /** The arguments of the message. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
