package dev.latchkey.audit.seal;

import org.springframework.modulith.NamedInterface;

/**
 * The keys that seal the audit trail. They are not in the database, so that whoever can write to all of it still cannot make a
 * seal; somebody above the trail knows where they are.
 */
@NamedInterface("api")
public interface SealKeys {

    /** The id of the key that seals from now on. */
    int currentKeyId();

    /** Whether there is a key of that id; one that has been taken out of the keyset is gone. */
    boolean has(int keyId);

    /** The HMAC-SHA-256 of a message; throws {@link IllegalArgumentException} where there is no key of that id. */
    byte[] authenticationCode(int keyId, byte[] message);
}
