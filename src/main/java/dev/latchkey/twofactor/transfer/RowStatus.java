package dev.latchkey.twofactor.transfer;

import org.springframework.modulith.NamedInterface;

/** How far a row of an import is. */
@NamedInterface("api")
public enum RowStatus {
    /** Nothing has been done yet. */
    PLANNED,
    /** Imported. */
    DONE,
    /** Could not be imported after all, because something had changed since the dry run. */
    FAILED,
    /** Imported, and the invitation is in the outbox. */
    SENT,
    /** Taken back. */
    UNDONE,
    /** Not taken back, because the user has logged in meanwhile, or the administrator may not do that any more. */
    KEPT
}
