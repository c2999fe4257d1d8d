package dev.latchkey.twofactor.code;

import org.springframework.modulith.NamedInterface;

/** What wrong passwords and codes have brought upon a user's sign-in. */
@NamedInterface("api")
public enum SignInLock {
    /** Nothing. */
    NONE,
    /** The next password or code waits a while; then it is looked at again. */
    WAITING,
    /** No code is looked at until an administrator unlocks the user. */
    LOCKED
}
