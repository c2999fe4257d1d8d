package dev.latchkey.twofactor.transfer;

import org.springframework.modulith.NamedInterface;

/** How far an import is. */
@NamedInterface("api")
public enum ImportStatus {
    /** Shown, and nothing is imported. */
    PREVIEW,
    /** Being imported in the background. */
    RUNNING,
    /** Imported; the invitations wait, and it can be undone. */
    WAITING,
    /** The invitations are leaving. */
    INVITING,
    /** Being undone in the background. */
    UNDOING,
    /** Undone. */
    UNDONE,
    /** Over. */
    DONE;

    /** Whether something happens in the background. */
    public boolean isBusy() {
        return this == RUNNING || this == INVITING || this == UNDOING;
    }

    /** Whether it can still be undone. */
    public boolean isOpen() {
        return this == RUNNING || this == WAITING;
    }
}
