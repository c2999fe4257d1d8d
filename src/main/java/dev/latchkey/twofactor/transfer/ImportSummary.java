package dev.latchkey.twofactor.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * An import in figures.
 *
 * @param invitationsAt when the invitations leave; null before they wait
 * @param invited how many new users are invited
 * @param active how many new users keep their password
 * @param existing how many exist already
 * @param refused how many rows are refused
 * @param planned how many rows wait to be imported
 * @param done how many rows are imported
 * @param failed how many rows could not be imported after all
 * @param undone how many rows were taken back, or kept because of a login
 */
@NamedInterface("api")
public record ImportSummary(
        long id,
        ImportStatus status,
        @Nullable Instant invitationsAt,
        int invited,
        int active,
        int existing,
        int refused,
        int planned,
        int done,
        int failed,
        int undone) {

    /** How many rows are or were to be imported. */
    public int total() {
        return invited + active + existing;
    }
}
