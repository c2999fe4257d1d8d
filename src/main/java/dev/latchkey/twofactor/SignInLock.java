package dev.latchkey.twofactor;

/** What wrong passwords and codes have brought upon a user's sign-in. */
public enum SignInLock {
    /** Nothing. */
    NONE,
    /** The next password or code waits a while; then it is looked at again. */
    WAITING,
    /** No code is looked at until an administrator unlocks the user. */
    LOCKED
}
