package dev.latchkey.twofactor.rotation;

import org.springframework.modulith.NamedInterface;

/**
 * How far the re-encryption is.
 *
 * @param secrets how many secrets are stored
 * @param oldKeySecrets how many of them are still encrypted with an older key; 0 if the re-encryption is done
 */
@NamedInterface("api")
public record KeyRotationProgress(long secrets, long oldKeySecrets) {

    /** The part that is encrypted with the current key, from 0 to 100. */
    public int percent() {
        return secrets == 0 ? 100 : (int) Math.max(0, 100 * (secrets - oldKeySecrets) / secrets);
    }
}
