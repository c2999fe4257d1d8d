package dev.latchkey.twofactor.evidence;

import org.springframework.modulith.NamedInterface;

/** The state of a user's two-factor authentication at the end of a day; the name is stored, so a constant is never renamed. */
@NamedInterface("api")
public enum FactorState {
    /** Their secret was proven. */
    ON,
    /** They needed a code, and had a secret that waited for its first one. */
    WAITING,
    /** They needed a code, and had no secret that worked. */
    EXPIRED,
    /** They needed no code, or had not registered. */
    OFF
}
