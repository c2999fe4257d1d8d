package dev.latchkey.twofactor.keyset;

import org.springframework.modulith.NamedInterface;

/** The keyset does not do: with another one, every secret would be unreadable. The message is a sentence that names the file. */
@NamedInterface("api")
public final class KeysetUnusableException extends RuntimeException {

    KeysetUnusableException(String message) {
        super(message);
    }
}
