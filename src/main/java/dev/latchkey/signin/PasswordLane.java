package dev.latchkey.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Where a wrong password counts. */
sealed interface PasswordLane {

    /** For the address that was typed, with those of every stranger who types it. */
    record OfStrangers() implements PasswordLane {}

    /** In the browser that the user of that address is known in. */
    record OfKnownBrowser(long id) implements PasswordLane {}

    /** In the session that is signed in, where a password is proven once more. */
    record OfSession(String key) implements PasswordLane {}

    /** What its wrong passwords are counted by; empty for that of strangers, where it is the address alone. */
    default Optional<byte[]> key(String email) {
        return switch (this) {
            case OfStrangers() -> Optional.empty();
            case OfKnownBrowser(var id) -> Optional.of(hash("browser " + id + " " + email));
            case OfSession(var key) -> Optional.of(hash("session " + key + " " + email));
        };
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
