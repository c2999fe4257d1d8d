package dev.latchkey.twofactor.code;

import dev.latchkey.common.Sha256;
import dev.latchkey.user.lockout.PasswordAttempts;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts wrong codes in a row that are typed in an open session, separately from the sign-in: a thief of the session, who does not
 * know the password, cannot lock the owner out. The waits are the same as for passwords.
 */
@Component
public class SessionCodeAttempts {

    // None in a command, which has no session
    private final Optional<OpenSession> session;
    private final PasswordAttempts attempts;

    SessionCodeAttempts(Optional<OpenSession> session, PasswordAttempts attempts) {
        this.session = session;
        this.attempts = attempts;
    }

    /** The key for counting that user's codes in the requesting session; empty at the sign-in. */
    public Optional<byte[]> lane(long userId) {
        return session.flatMap(OpenSession::key).map(key -> Sha256.of("code in session " + key + " " + userId));
    }

    /** Counts an attempt; if none is allowed, counts nothing and returns how long to wait. */
    public Optional<Duration> take(byte[] lane) {
        return attempts.take(lane);
    }

    /** Whether the next attempt has to wait. */
    public boolean isShut(byte[] lane) {
        return attempts.isShut(lane);
    }

    /** Resets the wrong codes of that session. */
    public void forget(byte[] lane) {
        attempts.forget(lane);
    }
}
