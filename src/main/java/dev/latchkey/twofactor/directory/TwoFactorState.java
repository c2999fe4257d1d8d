package dev.latchkey.twofactor.directory;

import org.springframework.modulith.NamedInterface;

/** How a user stands, as administrators see it. */
@NamedInterface("api")
public enum TwoFactorState {
    /** Their secret is proven. */
    ON,
    /** Their next sign-in needs a code, and they have never given one. */
    WAITING,
    /** Their password alone opens their account, or they have not registered. */
    OFF
}
