package dev.latchkey.twofactor.keyset;

import org.springframework.modulith.NamedInterface;

/** The keyset file cannot be written, and is unchanged. The message is a sentence that names it. */
@NamedInterface("api")
public final class KeysetUnwritableException extends RuntimeException {

    KeysetUnwritableException(String message) {
        super(message);
    }
}
