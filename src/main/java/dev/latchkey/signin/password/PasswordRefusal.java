package dev.latchkey.signin.password;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.common.text.WaitMessages;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/**
 * The message for a refused password step. Whether the address, the password or the user was the reason is not revealed.
 *
 * @param reason why
 * @param delay how long the email address has to wait, with {@link Reason#EMAIL_WAITS}; otherwise null
 */
public record PasswordRefusal(Reason reason, @Nullable Duration delay) {

    static final PasswordRefusal WRONG = new PasswordRefusal(Reason.WRONG, null);
    static final PasswordRefusal NETWORK_WAITS = new PasswordRefusal(Reason.NETWORK_WAITS, null);
    static final PasswordRefusal BUSY = new PasswordRefusal(Reason.BUSY, null);

    /** Why the password step was refused. */
    public enum Reason {
        /** These credentials are not valid. */
        WRONG,
        /** Too many wrong passwords in a row for this email address, whether or not it is a user's. */
        EMAIL_WAITS,
        /** Too many failures from the client's network. */
        NETWORK_WAITS,
        /** Too many passwords to check at the same time. */
        BUSY
    }

    static PasswordRefusal emailWaits(Duration delay) {
        return new PasswordRefusal(Reason.EMAIL_WAITS, delay);
    }

    /** The message for a failure of the password step. */
    public static PasswordRefusal of(AuthenticationException failure) {
        return failure instanceof PasswordStepClosedException closed ? closed.refusal() : WRONG;
    }

    /** The message for a signed-in user who has typed their own password. */
    public Sentence sentenceToOwner() {
        return reason == Reason.WRONG ? Sentence.of("change-password.wrong") : sentence();
    }

    /** The message for somebody who signs in. */
    public Sentence sentence() {
        return switch (reason) {
            case WRONG -> Sentence.of("login.refused");
            case EMAIL_WAITS ->
                WaitMessages.sentence("login.delayed.seconds", "login.delayed.minutes", Objects.requireNonNull(delay));
            case NETWORK_WAITS -> Sentence.of("login.network-waits");
            case BUSY -> Sentence.of("error.busy");
        };
    }
}
