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
 * @param undone how many rows were taken back
 * @param kept how many rows were not taken back, because of a login or because the administrator may no longer do that
 * @param waitingForInvitation how many users have been imported whose invitation has not left
 * @param passwords how many rows bring a password, or have brought one
 * @param apps how many rows bring an authenticator app, or have brought one
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
        int undone,
        int kept,
        int waitingForInvitation,
        int passwords,
        int apps) {

    /** How many rows are or were to be imported. */
    public int total() {
        return invited + active + existing;
    }
}
