package dev.latchkey.signin;

import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;

/** The password step is closed for now: the password was not looked at. */
final class PasswordStepClosedException extends AuthenticationException {

    private final transient Optional<Duration> delay;

    private PasswordStepClosedException(Optional<Duration> delay) {
        super("password step closed");
        this.delay = delay;
    }

    /** Too many wrong passwords in a row for that email address. */
    static PasswordStepClosedException forEmail(Duration delay) {
        return new PasswordStepClosedException(Optional.of(delay));
    }

    /** Too many failures from that client address, or too many sign-ins at once. */
    static PasswordStepClosedException forEverybodyThere() {
        return new PasswordStepClosedException(Optional.empty());
    }

    /** How long the email address has to wait; empty where it is not the address's fault. */
    Optional<Duration> delayOfEmail() {
        return delay;
    }
}
