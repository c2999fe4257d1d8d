package dev.latchkey.account;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a restored backup from the database that it was taken of: the last statement of each backup sets this mark, so it is only
 * there after a restore. While it is there, what was valid when the backup was taken would be valid again.
 */
@Component
public class RestoreMark {

    private final RestoreMarkRepository marks;

    RestoreMark(RestoreMarkRepository marks) {
        this.marks = marks;
    }

    /** When the backup was taken; empty if the database is not a restored one, or its restore is complete. */
    @Transactional(readOnly = true)
    public Optional<Instant> backupTakenAt() {
        return marks.find();
    }

    /** Removes the mark, as part of the transaction that completes the restore; returns what {@link #backupTakenAt} did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> remove() {
        var takenAt = marks.find();
        marks.clear();
        return takenAt;
    }
}
