package dev.latchkey.audit.seal;

import org.springframework.modulith.NamedInterface;

/**
 * The keys that seal the audit trail. They are not in the database, so that write access to the database is not enough to make a
 * seal; a module above the trail provides them.
 */
@NamedInterface("api")
public interface SealKeys {

    /** The id of the key for new seals. */
    int currentKeyId();

    /** Whether there is a key of that id; false after it has been removed from the keyset. */
    boolean has(int keyId);

    /** The HMAC-SHA-256 of a message; throws {@link IllegalArgumentException} if there is no key of that id. */
    byte[] authenticationCode(int keyId, byte[] message);
}
