package dev.latchkey.twofactor.directory;

import org.springframework.modulith.NamedInterface;

/** Which active users to list by their secret. */
@NamedInterface("api")
public enum SecretFilter {
    /** They have never given a correct code from it, or have none. */
    UNPROVEN,
    /** Their next sign-in needs a code, and they have no secret, or one that expired before they used it. */
    EXPIRED
}
