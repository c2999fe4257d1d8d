package dev.latchkey.twofactor.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How far an order is.
 *
 * @param refused what was not done, for a reason that each user has
 * @param finishedAt null while there is something left to do
 */
@NamedInterface("api")
public record BulkProgress(
        long id,
        BulkAction action,
        int total,
        int done,
        int refused,
        @Nullable Instant finishedAt) {

    /** Whether nothing is left to do. */
    public boolean isFinished() {
        return finishedAt != null;
    }
}
