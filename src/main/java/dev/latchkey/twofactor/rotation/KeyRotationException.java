package dev.latchkey.twofactor.rotation;

import org.springframework.modulith.NamedInterface;

/** The keyset cannot be changed like that now, and nothing was changed. The message is a sentence. */
@NamedInterface("api")
public final class KeyRotationException extends RuntimeException {

    KeyRotationException(String message) {
        super(message);
    }
}
