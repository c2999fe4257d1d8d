package dev.latchkey.twofactor;

import java.util.Optional;

/** What the sign-in knows of the session that asks. */
public interface OpenSession {

    /** What no other session is called; empty where no complete session asks, as at the sign-in itself. */
    Optional<String> key();
}
