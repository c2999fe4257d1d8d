package dev.latchkey.signin.password;

import dev.latchkey.common.Sha256;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.lockout.PasswordAttempts;

/** Where a wrong password counts. */
public sealed interface PasswordLane {

    /** For the address that was typed, with those of every stranger who types it. */
    record OfStrangers() implements PasswordLane {}

    /** In the browser that the user of that address is known in. */
    record OfKnownBrowser(long id) implements PasswordLane {}

    /** In the session that is signed in, where a password is proven once more. */
    record OfSession(String key) implements PasswordLane {}

    /** What its wrong passwords for that address are counted by. */
    default byte[] key(EmailAddress email) {
        return switch (this) {
            case OfStrangers() -> PasswordAttempts.laneOfStrangers(email);
            case OfKnownBrowser(var id) -> Sha256.of("browser " + id + " " + email.value());
            case OfSession(var key) -> Sha256.of("session " + key + " " + email.value());
        };
    }
}
