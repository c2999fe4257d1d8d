package dev.latchkey.audit.prune;

import org.springframework.modulith.NamedInterface;

/** The trail was not pruned, or not completely. The message is a sentence. */
@NamedInterface("api")
public final class PruningException extends RuntimeException {

    PruningException(String message) {
        super(message);
    }
}
