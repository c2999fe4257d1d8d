package dev.latchkey.signin;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/**
 * What to tell somebody whose password step was refused. Whether the address, the password or the user was at fault is told
 * to nobody.
 *
 * @param reason why
 * @param delay how long the email address has to wait, with {@link Reason#EMAIL_WAITS}; else null
 * @param typedEmail so that it need not be typed again; null where it was none
 */
public record PasswordRefusal(
        Reason reason, @Nullable Duration delay, @Nullable String typedEmail) implements Serializable {

    /** Why the password step was refused. */
    public enum Reason {
        /** Nobody signs in with these. */
        WRONG,
        /** Too many wrong passwords in a row for this email address, whether or not it is a user's. */
        EMAIL_WAITS,
        /** Too many failures from the client's address, or too many sign-ins at once. */
        BUSY
    }

    static PasswordRefusal of(AuthenticationException failure, @Nullable String typedEmail) {
        if (!(failure instanceof PasswordStepClosedException closed)) {
            return new PasswordRefusal(Reason.WRONG, null, typedEmail);
        }
        return closed.delayOfEmail()
                .map(delay -> new PasswordRefusal(Reason.EMAIL_WAITS, delay, typedEmail))
                .orElseGet(() -> new PasswordRefusal(Reason.BUSY, null, typedEmail));
    }
}
