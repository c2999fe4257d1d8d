package dev.latchkey.common;

/** Somebody else has changed what is to be saved since the version from which the save started; nothing has been saved. */
public final class StaleVersionException extends RefusedException {

    /** Refuses with the sentence that says so. */
    public StaleVersionException() {
        super("edit.changed-meanwhile");
    }
}
