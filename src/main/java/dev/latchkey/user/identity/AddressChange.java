package dev.latchkey.user.identity;

import dev.latchkey.user.UserRepository;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A change of a user's email address, requested or made.
 *
 * @param actorId who asked for it: the user themselves or an administrator
 * @param changedAt null until the link sent to the new address is used
 * @param userEpoch the session epoch of the user at the request; null if an earlier version stored it
 * @param actorEpoch the same of who asked
 */
@NamedInterface("api")
public record AddressChange(
        long id,
        long userId,
        long actorId,
        String oldEmail,
        String newEmail,
        Instant requestedAt,
        @Nullable Instant changedAt,
        @Nullable Long userEpoch,
        @Nullable Long actorEpoch) {

    /** How long the link to the new address is valid. */
    public static final Duration LINK_LIFE = Duration.ofDays(1);

    /** How long the old address can take back a change that was made, and the user's address does not change again. */
    public static final Duration CANCELLABLE = UserRepository.FORMER_ADDRESS_KEPT;

    /** Whether the new address counts already. */
    public boolean isMade() {
        return changedAt != null;
    }

    /** Whether the user themselves asked for it. */
    boolean isByUser() {
        return actorId == userId;
    }

    /** Both addresses, for the audit trail. */
    String detail() {
        return oldEmail + " → " + newEmail;
    }
}
