package dev.latchkey.signin.password;

import dev.latchkey.common.RefusedException;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** The password step is closed for now: the password was not checked. */
public final class PasswordStepClosedException extends AuthenticationException {

    private final transient PasswordRefusal refusal;

    private PasswordStepClosedException(PasswordRefusal refusal) {
        super("password step closed");
        this.refusal = refusal;
    }

    /** Too many wrong passwords in a row for that email address. */
    static PasswordStepClosedException forEmail(Duration delay) {
        return new PasswordStepClosedException(PasswordRefusal.emailWaits(delay));
    }

    /** Too many failures from the network of that client address. */
    static PasswordStepClosedException forNetwork() {
        return new PasswordStepClosedException(PasswordRefusal.NETWORK_WAITS);
    }

    /** Too much to do at once, regardless of who asks. */
    static PasswordStepClosedException forNow(RefusedException busy) {
        var closed = new PasswordStepClosedException(PasswordRefusal.BUSY);
        closed.initCause(busy);
        return closed;
    }

    PasswordRefusal refusal() {
        return refusal;
    }
}
