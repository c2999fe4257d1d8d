package dev.latchkey.twofactor.keyset;

/** The start is refused: without the right keyset every enrolment would be unreadable. The message names the file. */
final class KeysetUnusableException extends RuntimeException {

    KeysetUnusableException(String message) {
        super(message);
    }
}
