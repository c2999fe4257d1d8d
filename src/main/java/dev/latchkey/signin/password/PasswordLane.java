package dev.latchkey.signin.password;

import dev.latchkey.common.Sha256;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.lockout.PasswordAttempts;

/** Where a wrong password counts. */
public sealed interface PasswordLane {

    /** For the typed address, together with those from every other unknown browser. */
    record OfStrangers() implements PasswordLane {}

    /** In the browser in which the user with that address is known. */
    record OfKnownBrowser(long id) implements PasswordLane {}

    /** In the signed-in session, where the password is confirmed again. */
    record OfSession(String key) implements PasswordLane {}

    /** The key for counting wrong passwords for that address. */
    default byte[] key(EmailAddress email) {
        return switch (this) {
            case OfStrangers() -> PasswordAttempts.laneOfStrangers(email);
            case OfKnownBrowser(var id) -> Sha256.of("browser " + id + " " + email.value());
            case OfSession(var key) -> Sha256.of("session " + key + " " + email.value());
        };
    }
}
