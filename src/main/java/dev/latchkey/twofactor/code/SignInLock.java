package dev.latchkey.twofactor.code;

import org.springframework.modulith.NamedInterface;

/** How wrong passwords and codes have locked a user's sign-in. */
@NamedInterface("api")
public enum SignInLock {
    /** Not locked. */
    NONE,
    /** The next password or code has to wait for some time. */
    WAITING,
    /** No code is checked until an administrator unlocks the user. */
    LOCKED
}
