package dev.latchkey.signin;

import dev.latchkey.component.Sentence;
import dev.latchkey.component.Waits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/**
 * What to tell somebody whose password step was refused. Whether the address, the password or the user was at fault is told
 * to nobody.
 *
 * @param reason why
 * @param delay how long the email address has to wait, with {@link Reason#EMAIL_WAITS}; else null
 */
public record PasswordRefusal(Reason reason, @Nullable Duration delay) {

    /** Why the password step was refused. */
    public enum Reason {
        /** Nobody signs in with these. */
        WRONG,
        /** Too many wrong passwords in a row for this email address, whether or not it is a user's. */
        EMAIL_WAITS,
        /** Too many failures from the client's address, or too many sign-ins at once. */
        BUSY
    }

    static PasswordRefusal of(AuthenticationException failure) {
        if (!(failure instanceof PasswordStepClosedException closed)) {
            return new PasswordRefusal(Reason.WRONG, null);
        }
        return closed.delayOfEmail()
                .map(wait -> new PasswordRefusal(Reason.EMAIL_WAITS, wait))
                .orElseGet(() -> new PasswordRefusal(Reason.BUSY, null));
    }

    /** What to tell the person. */
    public Sentence sentence() {
        return switch (reason) {
            case WRONG -> Sentence.of("login.refused");
            case EMAIL_WAITS ->
                Waits.sentence("login.delayed.seconds", "login.delayed.minutes", Objects.requireNonNull(delay));
            case BUSY -> Sentence.of("login.busy");
        };
    }
}
