package dev.latchkey.twofactor.code;

import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** Identifies the requesting session; implemented by the sign-in. */
@NamedInterface("api")
public interface OpenSession {

    /** A unique name of the session; empty if the request has no complete session, as during the sign-in. */
    Optional<String> key();
}
