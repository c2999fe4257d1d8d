package dev.latchkey.twofactor.rotation;

import org.springframework.modulith.NamedInterface;

/** The keyset cannot be changed like that now, and nothing was changed. The message is a sentence. */
@NamedInterface("api")
public final class KeyRotationRefusedException extends RuntimeException {

    KeyRotationRefusedException(String message) {
        super(message);
    }
}
