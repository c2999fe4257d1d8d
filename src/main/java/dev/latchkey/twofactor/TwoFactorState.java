package dev.latchkey.twofactor;

/** How a user stands, as administrators see it. */
public enum TwoFactorState {
    /** Their secret is proven. */
    ON,
    /** Their next sign-in needs a code, and they have never given one. */
    WAITING,
    /** Their password alone opens their account, or they have not registered. */
    OFF
}
