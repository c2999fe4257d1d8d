package dev.latchkey.common;

/** Somebody else has changed the data since the version that the edit started from; nothing has been saved. */
public final class StaleVersionException extends RefusedException {

    /** Refuses with the message that says so. */
    public StaleVersionException() {
        super("edit.changed-meanwhile");
    }
}
