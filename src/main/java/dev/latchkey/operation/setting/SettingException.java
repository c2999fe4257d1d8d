package dev.latchkey.operation.setting;

/** A setting is missing or wrong; the message is a sentence that names it and never has a secret in it. */
public final class SettingException extends RuntimeException {

    private final String remedy;

    /** With what to do about it. */
    public SettingException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
