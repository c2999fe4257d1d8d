package dev.latchkey.twofactor.code;

import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** What the sign-in knows of the session that asks. */
@NamedInterface("api")
public interface OpenSession {

    /** What no other session is called; empty where no complete session asks, as at the sign-in itself. */
    Optional<String> key();
}
