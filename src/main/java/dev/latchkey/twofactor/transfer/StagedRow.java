package dev.latchkey.twofactor.transfer;

import dev.latchkey.twofactor.keyset.StagingCipher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row as the background work takes it.
 *
 * @param actorId in whose name it is imported
 * @param payload encrypted; null once it is imported
 * @param userId who was made or changed; null before that
 * @param secretVersion of the secret that an existing user was given; null if they got none
 * @param personalSwitch theirs before that
 */
public record StagedRow(
        long runId,
        int position,
        long actorId,
        String email,
        String name,
        ImportFate fate,
        byte @Nullable [] payload,
        @Nullable Long userId,
        @Nullable Long secretVersion,
        boolean personalSwitch) {

    /** Where the payload of that row may be decrypted. */
    static String place(long run, int position) {
        return "import " + run + " " + position;
    }

    /** What it imports; empty if that cannot be decrypted any more. */
    public Optional<ImportPayload> open(StagingCipher cipher) {
        return Optional.ofNullable(payload)
                .flatMap(ciphertext -> cipher.decrypt(ciphertext, place(runId, position)))
                .map(ImportPayload::of);
    }

    @Override
    public String toString() {
        return "StagedRow[" + runId + ", " + position + "]";
    }
}
