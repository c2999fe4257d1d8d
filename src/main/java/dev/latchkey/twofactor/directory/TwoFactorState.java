package dev.latchkey.twofactor.directory;

import org.springframework.modulith.NamedInterface;

/** The state of a user's two-factor authentication, as administrators see it. */
@NamedInterface("api")
public enum TwoFactorState {
    /** Their secret is proven. */
    ON,
    /** Their next sign-in needs a code, but they have never given one. */
    WAITING,
    /** They log in with only their password, or have not registered. */
    OFF
}
